import type { DomainFacts } from "../archive/manifest/manifest";
import type { Proof } from "../domain/destination";
import type { Log } from "../domain/log";
import type { Waiting } from "../domain/progress";
import type { Problem, TargetResult, Volume } from "../domain/outcome";
import type { RequestLimits } from "../domain/request-budget";
import type { Shortage } from "../domain/room";
import type { Rule } from "../domain/rule";
import type { PlaceKind } from "../domain/saved";
import type { FinalStatus } from "../domain/status";
import type { Target } from "../domain/target";

/** What a backup writes into its log. `screens/text` has a sentence for each, in every language. */
export type LogEvent =
  | { kind: "run-started"; runId: string; operator: string; targets: number }
  /** After the process of an earlier attempt was killed. */
  | { kind: "run-resumed"; targets: number; settled: number; requests: number }
  /** As was told before the run. */
  | { kind: "little-room"; shortage: Shortage }
  /** Nothing was asked of kintone any more, as it could not be reached or its user was not logged in. */
  | { kind: "waiting"; waiting: Waiting }
  | { kind: "waited" }
  | { kind: "target-started"; target: Target; expectedRecords: number | undefined }
  /** What earlier runs used of the apps today could not be read. */
  | { kind: "used-requests-unknown" }
  /** So many apps are backed up by it. */
  | { kind: "rule-worked-out"; rule: Rule; apps: number }
  /** Whether the run before had targets that are there no more. */
  | { kind: "lost-targets-unknown" }
  /** More than is left of the day's budget for the app. */
  | { kind: "many-requests"; target: Target; requests: number; left: number; budget: RequestLimits }
  /** No request is left of the app before then. */
  | { kind: "held-back"; target: Target; until: Date; perAppAndDay: number }
  /** More than the budget has. */
  | { kind: "budget-exceeded"; target: Target; requests: number; perAppAndDay: number }
  | { kind: "target-read-again"; target: Target; because: "form-changed" | "another-log-in" }
  /** So many at a time were too much, or the answer with them could not be used. */
  | { kind: "smaller-pages"; target: Target; from: number; to: number; because: "too-much" | "odd-answer" }
  /** From the previous archive; so much has changed since. */
  | { kind: "records-taken-over"; target: Target; records: number; added: number; changed: number; deleted: number }
  | { kind: "records-repaired"; target: Target; added: number; changed: number; deleted: number }
  | { kind: "records-still-changing"; target: Target; changed: number }
  /** The lists that were read, and how many lines they have. */
  | { kind: "domain-read"; lists: DomainFacts["lists"] }
  | { kind: "target-finished"; result: TargetResult }
  | { kind: "problem"; target: Target | undefined; problem: Problem }
  | { kind: "volume-packed"; volume: Volume }
  | { kind: "volume-verified"; volume: Volume; entries: number }
  /** And read back by decrypting it. */
  | { kind: "volume-encrypted"; volume: Volume }
  | { kind: "volume-delivered"; volume: Volume; destination: PlaceKind; place: string }
  /** It is there, and its place cannot say that it is on the disk. */
  | { kind: "volume-not-on-disk"; volume: Volume; reason: string }
  /** It was read back where it lies, or its place made a digest of it. */
  | { kind: "volume-saved"; volume: Volume; place: string; proof: Proof }
  | { kind: "run-finished"; status: FinalStatus; requests: number };

/** How an event reads in the user's language. */
export type DescribeEvent = (event: LogEvent) => string;

export type RunLog = Log<LogEvent>;
