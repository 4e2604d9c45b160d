import type { RehearsalVerdict, Unchecked } from "../../../restore/rehearsal/rehearsed";

/** The texts of a rehearsal: an archive checked against its own forms. */
export interface RehearsalTexts {
  /** The button, and what it does. */
  offer: string;
  introduction: string;
  rehearsing: (appName: string) => string;
  verdict: Record<RehearsalVerdict, string>;
  /** What of the app was looked at. */
  looked: (records: number, attachments: number) => string;
  nothingInTheWay: string;
  /** Records, or files, that the run could not read. */
  lacking: { records: (count: number) => string; attachments: (count: number) => string };
  unchecked: { [What in Unchecked["what"]]: (not: Extract<Unchecked, { what: What }>) => string };
}
