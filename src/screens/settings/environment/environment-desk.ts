import type { ProbeReport } from "../../../probe/report";

/** What the section needs of the world. */
export interface EnvironmentDesk {
  /** Only looks, and changes nothing. Rejects when nothing at all can be asked. */
  check(report: (done: number, of: number) => void): Promise<ProbeReport>;
  /** Into the clipboard, for people; rejects where the browser does not let it. */
  copy(found: ProbeReport): Promise<void>;
  /** As a file, for programs. */
  save(found: ProbeReport): void;
}
