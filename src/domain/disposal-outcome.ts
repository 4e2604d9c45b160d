import type { BackupError } from "./errors";
import type { RunStart, Volume } from "./outcome";

/** What a place did with a volume that was to go. */
export type VolumeFate = "trashed" | "deleted" | "kept";

/** How a disposal ended: nothing of the generation is left in its place; something is; or it ended before that could be said. */
export const DISPOSAL_VERDICTS = ["disposed", "remains", "stopped"] as const;
export type DisposalVerdict = (typeof DISPOSAL_VERDICTS)[number];

/**
 * What a record about generations says: somebody confirmed a rule on a preview; somebody holds a generation, or does so no more; a
 * generation was removed.
 */
export const DISPOSAL_KINDS = ["confirmed", "held", "released", "disposed"] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

/** A generation in a place, as the history tells of it. */
export interface GenerationReference {
  archiveRunId: string;
  archiveCreated: Date;
  archiveDigest: string;
}

type Who = Pick<RunStart, "operator" | "startedAt">;

/** That a rule was looked at, with what it would let go, before it may let anything go. */
export interface Confirmation extends Who {
  disposalId: string;
  /** Name of the place. */
  place: string;
  /** In one line, always the same for the same rule (`retention/rule.ts`). */
  rule: string;
  /** SHA-256 of the preview that somebody saw. */
  previewDigest: string;
  keeps: number;
  goes: number;
}

/** That no rule removes a generation, in whatever place, or that rules may again. */
export interface Hold extends Who, GenerationReference {
  disposalId: string;
  isHeld: boolean;
  /** In the words of who wanted it; never empty. */
  reason: string;
}

/** What is going to be removed, where, and by which rule that was confirmed when. Known before anything is removed. */
export interface DisposalStart extends Who, GenerationReference {
  disposalId: string;
  place: string;
  rule: string;
  /** Of the preview that was confirmed. */
  previewDigest: string;
  /** Who confirmed the rule, and when. */
  approvedBy: string;
  approvedAt: Date;
  volumes: readonly Volume[];
}

export interface DisposedVolume extends Volume {
  fate: VolumeFate;
  /** Why it was kept, in words of the place. */
  answer?: string;
}

export interface DisposalOutcome extends DisposalStart {
  verdict: DisposalVerdict;
  finishedAt: Date;
  disposed: readonly DisposedVolume[];
  /** Names of other places that have the generation, as far as the history knows. */
  elsewhere: readonly string[];
  /** API requests that it made of kintone. */
  requests: number;
  stopped?: BackupError;
}
