import type { TriedId } from "../../../probe/assumptions";
import type { Reason, Verdict } from "../../../probe/finding";

/** What is assumed, and what it means when it is otherwise, for people. */
export interface AssumptionWords {
  assumed: string;
  otherwise: string;
}

/** The texts of the check of the environment. */
export interface ProbeMessages {
  locale: string;
  title: string;
  introduction: string;
  button: string;
  again: string;
  checking: (done: number, of: number) => string;
  failed: string;
  /** Of what was tried. */
  summary: (otherwise: number, asAssumed: number, unknown: number) => string;
  verdict: Record<Verdict, string>;
  reason: Record<Reason, string>;
  /** What can be tried elsewhere, by where. */
  elsewhere: (page: number, writing: number, byHand: number) => string;
  column: { verdict: string; assumed: string; found: string; meaning: string };
  found: (found: string) => string;
  meaning: (meaning: string) => string;
  /** An API token was given, and is not enough. */
  writesAsUser: string;
  scratchApp: (appId: string, name: string) => string;
  copy: string;
  copied: string;
  notCopied: string;
  download: string;
  /** Of the rows; the list itself has the English ones. */
  words: Readonly<Record<TriedId, AssumptionWords>> | undefined;
}
