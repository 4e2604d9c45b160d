import type { DrillVerdict } from "../../../domain/drill-outcome";
import type { Difference, Explanation } from "../../../restore/drill/drill-line";
import type { DrillProgress } from "../../../restore/drill/drill-progress";

/** What the command says of drills. Numbers come written out. */
export interface DrillTexts {
  /** Of a scratch app. */
  scratch: { name: (appName: string) => string; description: (appName: string) => string };
  phase: Record<DrillProgress["phase"], string>;
  /** The result for an app. */
  verdict: Record<DrillVerdict, (app: string) => string>;
  scope: { all: (records: string) => string; sample: (expected: string, archived: string, seed: string) => string };
  counts: (counts: Record<"expected" | "identical" | "explained" | "different" | "files", string>) => string;
  rpo: (age: string, newest: string) => string;
  rto: (duration: string) => string;
  scratchApp: (name: string, appId: string) => string;
  fate: Record<"emptied" | "kept", string>;
  /** Lists of field codes, or of records. */
  plainLookups: (fields: readonly string[]) => string;
  refusedFields: (fields: readonly string[]) => string;
  gone: (code: string, records: string) => string;
  explained: Record<Explanation, string>;
  different: Record<Difference["why"], string>;
  record: (id: string, why: string, fields: readonly string[]) => string;
  more: (records: string) => string;
  action: string;
  report: (path: string) => string;
  remembered: (recordId: string) => string;
  unrecorded: string;
  cancelling: string;
  /** Why nothing was begun. */
  refused: { token: string; notDrillable: (app: string) => string };
}
