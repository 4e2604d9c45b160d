import type { Sink } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import type { RecordComparer } from "../compare/record-differences";

/** What all ways of writing records have in common. */
export interface WritingDesk {
  app: AppRef;
  sink: Sink;
  source: Pick<Source, "readRecords" | "readRecordsById">;
  differences: RecordComparer["differences"];
  /** Rejects when the restore is cancelled. */
  pause: (seconds: number) => Promise<void>;
  /** Told that records are looked for whose answer was lost, for so many seconds at most, and of the end of that. */
  lookingFor?: ((lost: { records: number; seconds: number } | undefined) => void) | undefined;
}
