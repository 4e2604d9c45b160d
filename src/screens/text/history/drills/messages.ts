import type { DrillCounts } from "../../../../domain/drill-outcome";

/** What is told of a drill, in the table and in the CSV. */
export type DrillColumn =
  | ("recordId" | "drillId" | "startedAt" | "finishedAt" | "status" | "verdict" | "trigger" | "operator" | "reason")
  | ("appId" | "app" | "scratchAppId" | "scratchFate" | "archive" | "archiveRunId" | "archiveDigest" | "archiveKnown")
  | ("newestRecord" | "rpo" | "rto" | "scope" | "sample" | keyof DrillCounts | "counts" | "correctiveAction")
  | ("reportDigest" | "requests" | "message" | "chainDigest" | "chain");

/** What the overview and the report say of drills. */
export interface DrillsMessages {
  heading: string;
  empty: string;
  /** Above the page of drills in the report: what a drill does, and no more than that. */
  evidence: string;
  column: Record<DrillColumn, string>;
  /** Each number with what it counts. */
  counted: (what: string, count: string) => string;
  /** A duration with what it is. */
  spanned: (what: string, span: string) => string;
  /** Where none is written down yet, and one is to be. */
  actionAsked: string;
  /** What stands out, and what to do. */
  notPassed: (app: string, startedAt: string) => string;
  unproven: Record<"never" | "long", (app: string, days: string) => string>;
  csv: string;
  /** Of the summary. */
  count: string;
  passed: string;
}
