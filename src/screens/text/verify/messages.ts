import type { Finding, FindingCode } from "../../../archive/verify/finding";
import type { Volume } from "../../../domain/outcome";
import type { VolumeState } from "../../../history/runs/run-volumes";
import type { Judgement, Verdict } from "../../verify/judgement";

/** What can be asked of files that somebody kept. */
export type Question = keyof Pick<Judgement, "ofThisRun" | "complete" | "unchanged" | "readable" | "everything">;

/** The texts of verifying an archive after the fact, on the screen and in the terminal. */
export interface VerifyMessages {
  introduction: string;
  noArchive: string;
  choose: string;
  drop: string;
  checking: (name: string) => string;
  stopped: string;
  /** The files could not be read at all. */
  unreadable: (detail: string) => string;
  verdict: Record<Verdict, string>;
  question: Record<Question, string>;
  yes: string;
  no: string;
  files: string;
  state: Record<VolumeState, (file: Volume) => string>;
  surplus: string;
  ofRun: (runId: string) => string;
  findings: (count: number) => string;
  /** What was asked for and is not there. */
  lacking: string;
  /** What kintone never gives, or nobody wanted. */
  leftOut: string;
  more: (count: number) => string;
  runId: string;
  archiveDigest: string;
  /** What happened to what, what it means, and what to do. */
  finding: Record<FindingCode, (finding: Finding) => string>;
  /** Puts what a developer needs behind a sentence. */
  withDetail: (sentence: string, detail: string) => string;
}
