import type { RecordOutcome, RestoreStart } from "../../../../domain/restore-outcome";
import type { RestoreDoubt } from "../../../../history/overview/restore-anomalies";

/** What is told of a restore, in the table and in the CSV. */
export type RestoreColumn =
  | ("recordId" | "restoreId" | "startedAt" | "finishedAt" | "kind" | "status" | "verdict" | "trigger" | "operator")
  | ("reason" | "appId" | "app" | "sourceAppId" | "archive" | "archiveRunId" | "archiveDigest" | "archiveKnown")
  | ("safetyRunId" | "counts" | "requests" | "message" | "chainDigest" | "chain");

/** What the overview and the report say of restores. */
export interface RestoresMessages {
  heading: string;
  empty: string;
  column: Record<RestoreColumn, string>;
  unknownArchive: string;
  securedBy: (runId: string) => string;
  /** What became of records; the number, and how many were planned where that is known. */
  outcome: Record<RecordOutcome, string>;
  notReached: string;
  deviations: string;
  counted: (what: string, count: string, planned: string | undefined) => string;
  /** Of a comparison: how many records a restore would write. */
  would: Record<keyof RestoreStart["planned"], (count: string) => string>;
  /** What was found, what it may mean, and what to do. */
  doubt: Record<RestoreDoubt, (app: string, archiveRunId: string) => string>;
  csv: string;
  /** Of the summary: how many there were, and how many of them did not end as planned. */
  count: string;
  toLookAt: string;
}
