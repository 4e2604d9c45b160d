import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
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

export type EnvironmentState =
  | { kind: "none" }
  | { kind: "checking"; done: number; of: number }
  | { kind: "failed"; error: BackupError }
  | { kind: "done"; found: ProbeReport };

/** The check, from when somebody asks for it. */
export function useEnvironment(desk: EnvironmentDesk): [EnvironmentState, check: () => void] {
  const [state, setState] = useState<EnvironmentState>({ kind: "none" });
  const check = async () => {
    const report = (done: number, of: number) => setState({ kind: "checking", done, of });
    report(0, 0);
    try {
      setState({ kind: "done", found: await desk.check(report) });
    } catch (thrown) {
      setState({ kind: "failed", error: toBackupError(thrown) });
    }
  };
  return [
    state,
    () => {
      if (state.kind !== "checking") void check();
    },
  ];
}
