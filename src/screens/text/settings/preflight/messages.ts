import type { TargetFinding, Weight } from "../../../../backup/preflight/finding";
import type { Part } from "../../../../domain/target";
import type { RecordRuleKey } from "../../../../history/app-definition/record-rights";
import type { ByHandKey, SecretPlace, SecurityFacts, SecurityKey } from "../../../../history/security/item";

/** The texts of what is checked before the first run, and of the security check list. */
export interface PreflightMessages {
  /** BCP 47 */
  locale: string;
  title: string;
  introduction: string;
  /** As whom it is checked, and what that means for others. */
  asYou: string;
  button: string;
  again: string;
  checking: (done: number, of: number) => string;
  /** When even the targets cannot be read. */
  unreadable: string;
  noTargets: string;
  targets: string;
  /** How the targets stand, in one sentence. */
  summary: (targets: number, incomplete: number) => string;
  weight: Record<Weight | "fine", string>;
  finding: FindingMessages;
  part: Record<Part, string>;
  field: (label: string, code: string) => string;
  /** Joins names in a sentence. */
  list: (names: readonly string[]) => string;
  lastRun: {
    never: string;
    /** `moment` and `status` written out, `message` as the history has it. */
    ended: (moment: string, status: string, message: string) => string;
    unknown: string;
  };
  /** What belongs to no app: plug-ins, spaces, people. */
  domain: { title: string; whole: string };
  room: RoomMessages;
  security: SecurityMessages;
}

type Found<Kind extends TargetFinding["kind"]> = Extract<TargetFinding, { kind: Kind }>;

/** What stands in a sentence about a finding: names joined, and the sentence about the problem that was met. */
type FindingMessages = {
  [Kind in TargetFinding["kind"]]: Found<Kind> extends { error: unknown }
    ? (names: string, problem: string) => string
    : Found<Kind> extends Named
      ? (names: string) => string
      : () => string;
};

type Named =
  { fields: unknown } | { codes: unknown } | { settings: unknown } | { parts: unknown } | { plugins: unknown };

interface RoomMessages {
  title: string;
  enough: (needed: string) => string;
  /** No run has told yet how much a backup takes. */
  noRun: string;
  unknown: string;
  /** Targets that no run told of. */
  more: (targets: number) => string;
}

export type SecurityVerdict = "fine" | "attention" | "unknown" | "by-hand";

interface SecurityMessages {
  title: string;
  introduction: string;
  verdict: Record<SecurityVerdict, string>;
  /** What is looked at. */
  point: Record<SecurityKey | ByHandKey, string>;
  /** What to do where it is not in order, or where nobody but a person can look. */
  todo: Record<SecurityKey | ByHandKey, string>;
  /** What was found. */
  found: { [Key in SecurityKey]: (facts: SecurityFacts[Key], words: SecurityWords) => string[] };
  entity: Record<"everyone" | "creator", string> & { named: (kind: string, code: string) => string };
  /** Of kintone's kinds of entities. */
  kind: Record<"USER" | "GROUP" | "ORGANIZATION", string>;
  rule: Record<RecordRuleKey, string>;
  secret: { [Kind in SecretPlace["kind"]]: (place: Extract<SecretPlace, { kind: Kind }>) => string };
}

/** What a sentence is made with. */
export interface SecurityWords {
  number(value: number): string;
  moment(iso: string): string;
  /** Names of defining fields of targets. */
  fields(codes: SecurityFacts["target-writers"]["fields"]): string;
  /** Names of entities. */
  entities(found: SecurityFacts["readers"]["entities"]): string;
}
