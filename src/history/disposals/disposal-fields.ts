import type {
  Confirmation,
  DisposalKind,
  DisposalOutcome,
  DisposalStart,
  DisposalVerdict,
  DisposedVolume,
  GenerationReference,
  Hold,
} from "../../domain/disposal-outcome";
import type { FinalStatus, Status } from "../../domain/status";
import { LOCK } from "../lock/lock";
import type { AppValues } from "../records/app-values";
import { limited } from "../records/limited-text";
import { endedAt, startedBy } from "../records/started-and-ended";
import type { DescribeEnd } from "../restores/restore-fields";

/** The record of a rule that was confirmed. */
export function confirmed(confirmation: Confirmation, pluginVersion: string): AppValues {
  return {
    ...ofKind("confirmed"),
    ...atOnce(confirmation, pluginVersion),
    ...ruleOf(confirmation),
    disposal_keeps: { value: String(confirmation.keeps) },
    disposal_goes: { value: String(confirmation.goes) },
  };
}

/** The record of a generation that is held, or is so no more. */
export function held(hold: Hold, pluginVersion: string): AppValues {
  return {
    ...ofKind(hold.isHeld ? "held" : "released"),
    ...atOnce(hold, pluginVersion),
    ...generationOf(hold),
    disposal_reason: { value: limited([hold.reason]) },
  };
}

/** The record of a disposal that begins. */
export function startedDisposal(start: DisposalStart, pluginVersion: string): AppValues {
  return {
    ...ofKind("disposed"),
    run_id: { value: start.disposalId },
    run_lock: { value: LOCK },
    run_status: { value: "running" satisfies Status },
    ...startedBy(start, pluginVersion),
    ...generationOf(start),
    ...ruleOf(start),
    disposal_approved_by: { value: start.approvedBy },
    disposal_approved_at: { value: start.approvedAt.toISOString() },
    disposal_volumes: { value: limited(start.volumes.map((volume) => volumeLine(volume))) },
  };
}

/** What the end of a disposal changes; gives the lock back. */
export function finishedDisposal(outcome: DisposalOutcome, describe: DescribeEnd): AppValues {
  const { verdict, stopped, disposed, elsewhere } = outcome;
  const removed = disposed.filter(({ fate }) => fate === "trashed" || fate === "deleted");
  return {
    ...endedAt(outcome),
    run_status: { value: statusOf(outcome) },
    run_message: { value: limited(stopped ? [describe({ error: stopped })] : []) },
    disposal_verdict: { value: verdict },
    disposal_volumes: { value: limited(disposed.map((volume) => volumeLine(volume))) },
    disposal_bytes: { value: String(removed.reduce((sum, { size }) => sum + size, 0)) },
    disposal_elsewhere: { value: limited(elsewhere) },
  };
}

/** What makes the record of a disposal that stopped reporting one that was stopped, and frees the lock. */
export function interruptedDisposal(): AppValues {
  return {
    run_lock: { value: "" },
    run_status: { value: "interrupted" satisfies Status },
    disposal_verdict: { value: "stopped" satisfies DisposalVerdict },
  };
}

function ofKind(kind: DisposalKind): AppValues {
  return { record_type: { value: "disposal" }, disposal_kind: { value: kind } };
}

/** What is written once, and takes no lock. */
function atOnce(what: Confirmation | Hold, pluginVersion: string): AppValues {
  return {
    run_id: { value: what.disposalId },
    run_status: { value: "success" satisfies Status },
    ...startedBy(what, pluginVersion),
    ...endedAt({ finishedAt: what.startedAt, requests: 0 }),
  };
}

function generationOf({ archiveRunId, archiveCreated, archiveDigest }: GenerationReference): AppValues {
  return {
    disposal_archive_run_id: { value: archiveRunId },
    disposal_archive_created: { value: archiveCreated.toISOString() },
    disposal_archive_digest: { value: archiveDigest },
  };
}

function ruleOf({ place, rule, previewDigest }: Pick<Confirmation, "place" | "rule" | "previewDigest">): AppValues {
  return {
    disposal_place: { value: place },
    disposal_rule: { value: rule },
    disposal_preview_sha256: { value: previewDigest },
  };
}

/** Before it went, nothing is said of its fate. */
function volumeLine({
  fate,
  answer,
  sha256,
  size,
  name,
}: Omit<DisposedVolume, "fate"> & Partial<DisposedVolume>): string {
  const what = [fate ?? "", sha256, String(size), name].filter((part) => part !== "").join(" ");
  return answer ? `${what} (${answer})` : what;
}

/** As lists and badges show it; the verdict says more. */
function statusOf({ verdict, stopped }: DisposalOutcome): FinalStatus {
  if (verdict === "disposed") return "success";
  return stopped?.code === "CANCELLED" ? "cancelled" : "failed";
}
