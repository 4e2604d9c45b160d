import type { DisposalVerdict } from "../../../domain/disposal-outcome";
import type { Guard, WhyNothing } from "../../../retention/decide";
import type { WantedBy } from "../../../retention/wanted-by-rule";

/** How many, and how large, in words. */
interface Sum {
  generations: string;
  bytes: string;
  /** What they cost in a month; absent where nobody told the price. */
  yen?: string;
}

/** What people read of generations, of the rule by which they go, and of holds. */
export interface RetentionTexts {
  /** Headings of a place. */
  place: (name: string, kind: string) => string;
  rule: (rule: string) => string;
  noRule: string;
  /** It cannot be looked into. */
  closed: string;
  calendar: { heading: string; legend: string };
  stays: (sum: Sum) => string;
  goes: (sum: Sum) => string;
  /** Nothing does, in whatever series. */
  nothingToGo: string;
  incomplete: string;
  wantedBy: Record<WantedBy, string>;
  guard: Record<Guard, string>;
  held: (reason: string) => string;
  lockedUntil: (day: string) => string;
  /** Of runs over all targets, or of backups of one app before its restores. */
  series: { runs: string; ofApp: (appId: string) => string };
  nothingGoes: Record<WhyNothing, (series: string) => string>;
  /** Zip files of which the history does not know. */
  unknownFiles: (count: number, names: string) => string;
  confirmation: {
    needed: (command: string) => string;
    /** What was confirmed is another rule. */
    other: (rule: string, command: string) => string;
    known: (by: string, moment: string) => string;
    done: (place: string, rule: string) => string;
    /** What somebody saw is not any more what it would do. */
    changed: string;
  };
  dryRun: string;
  verdict: Record<DisposalVerdict, (generation: string) => string>;
  kept: (file: string, answer: string) => string;
  ended: (done: number, left: number) => string;
  hold: {
    held: (generation: string) => string;
    released: (generation: string) => string;
    notHeld: (runId: string) => string;
    unknown: (runId: string) => string;
  };
  noPlace: (name: string, names: string) => string;
  token: string;
}
