import type { ToldRestore } from "./told-restore";

/**
 * What somebody should look at in a restore: kintone is not as it was planned, or it ended early; it is under way for long; it wrote, and nothing
 * secured the app before; or its archive is none that the history knows.
 */
export type RestoreDoubt = "not-as-planned" | "stopped" | "long" | "unsecured" | "unknown-archive";

const BAD_ENDS = ["not-as-planned", "stopped"] as const;

/** The records of one that was broken off are closed by the next run, and by nobody before. */
const LONG_HOURS = 24;

/** Whether it did not end as it was planned, or before its plan did. */
export const endedBadly = ({ verdict }: ToldRestore): boolean => BAD_ENDS.some((end) => end === verdict);

/** All that there are in one; a comparison wrote nothing. */
export function doubtsOf(restore: ToldRestore, now: Date): RestoreDoubt[] {
  if (restore.kind === "comparison") return [];
  const { verdict, status, startedAt, planned, safetyRunId, archiveKnown } = restore;
  const isLong = status === "running" && now.getTime() - Date.parse(startedAt) >= LONG_HOURS * 3_600_000;
  const writes = planned.add + planned.putBack + planned.remove > 0;
  return [
    ...BAD_ENDS.filter((end) => end === verdict),
    ...(isLong ? ["long" as const] : []),
    ...(writes && safetyRunId === "" ? ["unsecured" as const] : []),
    ...(archiveKnown === false ? ["unknown-archive" as const] : []),
  ];
}
