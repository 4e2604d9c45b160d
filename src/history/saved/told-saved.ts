import type { AppRecord } from "../../domain/record-store";
import { SAVED, type Saved } from "../../domain/saved";

/** What a run's record says of where its zips are. */
export interface ToldSaved {
  /** `undefined`: of runs without zips, and of those from before this was asked, nothing is said. */
  saved: Saved | undefined;
  /** ISO, UTC, cut to the minute; empty unless it is saved. */
  savedAt: string;
  /** Who read the zips back, or showed them. */
  savedBy: string;
}

export function toldSaved(record: AppRecord): ToldSaved {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  return {
    saved: SAVED.find((known) => known === text("run_saved")),
    savedAt: text("run_saved_at"),
    savedBy: text("run_saved_by"),
  };
}
