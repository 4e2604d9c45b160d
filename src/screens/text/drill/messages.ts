import type { DrillVerdict } from "../../../domain/drill-outcome";
import type { Difference, Explanation } from "../../../restore/drill/drill-line";
import type { DrillProgress } from "../../../restore/drill/drill-progress";

/** What command and screen say of drills. Numbers come written out. */
export interface DrillTexts {
  /** Of a scratch app. */
  scratch: { name: (appName: string) => string; description: (appName: string) => string };
  phase: Record<DrillProgress["phase"], string>;
  /** The result for an app. */
  verdict: Record<DrillVerdict, (app: string) => string>;
  scope: { all: (records: string) => string; sample: (expected: string, archived: string, seed: string) => string };
  rpo: (age: string, newest: string) => string;
  rto: (duration: string) => string;
  fate: Record<"emptied" | "kept", string>;
  /** Lists of field codes, or of records. */
  plainLookups: (fields: readonly string[]) => string;
  refusedFields: (fields: readonly string[]) => string;
  gone: (code: string, records: string) => string;
  explained: Record<Explanation, string>;
  different: Record<Difference["why"], string>;
  record: (id: string, why: string, fields: readonly string[]) => string;
  more: (records: string) => string;
  unrecorded: string;
  cancelling: string;
  /** Why nothing was begun. */
  notDrillable: (app: string) => string;
}
