import type { Progress, ReportProgress } from "../domain/progress";
import type { KnownPhases, ProgressTracker } from "../domain/progress-tracker";

export type RunPhase = "starting" | "reading" | "packing" | "verifying" | "delivering" | "recording";

export type RunProgress = Progress<RunPhase>;

export type ReportRunProgress = ReportProgress<RunPhase>;

export type RunProgressTracker = ProgressTracker<RunPhase>;

export const RUN_PHASES: KnownPhases<RunPhase> = { first: "starting", overRecords: "reading" };
