import type { AcceptedGap } from "../../../../domain/accepted-gap";
import type { IdentifierKind } from "../../../../backup/left-out/identifiers/identifier-kind";
import type { SuspectedIdentifier } from "../../../../backup/left-out/identifiers/suspected-identifiers";
import type { Part } from "../../../../domain/target";

/** The texts of the section in which the admin decides what of each target to back up. */
export interface TargetsMessages {
  title: string;
  introduction: string;
  /** Why this section has a button of its own. */
  savedApart: string;
  reading: string;
  none: string;
  /** Stands before the sentence about the problem. */
  unreadable: string;
  readAgain: string;
  overview: OverviewMessages;
  state: StateMessages;
  records: (records: number) => string;
  /** Stands before the sentence about the problem. */
  detailsUnreadable: string;
  /** The fields of the backup-management app without which choices cannot be kept, by their codes. */
  fieldsMissing: (codes: readonly string[]) => string;
  parts: PartsMessages;
  identifiers: IdentifiersMessages;
  fields: FieldsMessages;
  rules: RulesMessages;
  save: SaveMessages;
  /** What is missing every time. */
  acceptance: {
    title: string;
    hint: string;
    /** Of a gap that is accepted. */
    given: (acceptance: AcceptedGap) => string;
    takeBack: string;
    takeBackOf: (gap: string) => string;
    /** Before those that the last run had. */
    offered: string;
  };
}

interface OverviewMessages {
  undecided: (fields: number, apps: number) => string;
  noneUndecided: string;
  /** Not every target was looked at. */
  checked: (checked: number, targets: number) => string;
  checkAll: (targets: number) => string;
}

/** What is known of a target, in a few words. */
interface StateMessages {
  unread: string;
  reading: string;
  failed: string;
  undecided: (fields: number) => string;
  decided: string;
  unsaved: string;
}

interface PartsMessages {
  title: string;
  part: Record<Part, string>;
  hint: Record<Exclude<Part, "comments">, string>;
  pluginConfigurations: string;
  pluginConfigurationsHint: string;
  withoutRecords: string;
  atLeastOne: string;
  /** What comments cost, in requests for each run. */
  cost: (requests: number) => string;
  aboveBudget: (budget: number) => string;
  commentsOff: string;
  /** Of the apps of a rule. */
  costEach: string;
}

type Decision = "leave-out" | "back-up" | "undecided";

interface IdentifiersMessages {
  title: string;
  hint: string;
  /** How many records were looked at. */
  none: (records: number) => string;
  evidence: Record<SuspectedIdentifier["evidence"], (kind: string) => string>;
  kind: Record<IdentifierKind, string>;
  decision: Record<Decision, string>;
  withTable: (table: string) => string;
  undecided: string;
}

interface FieldsMessages {
  /** How many of them are left out. */
  title: (leftOut: number) => string;
  hint: string;
  /** A field as people and as programs call it. */
  named: (label: string, code: string) => string;
  inTable: (field: string, table: string) => string;
  wholeTable: (table: string) => string;
  withTable: string;
  derived: string;
  unknown: string;
}

type ListOfRule = "exceptions" | "excludedFields" | "includedIdentifiers";

interface RulesMessages {
  title: string;
  state: string;
  hint: string;
  /** Of a rule that does not say of which space. */
  incomplete: string;
  list: Record<ListOfRule, { label: string; hint: string }>;
}

interface SaveMessages {
  button: string;
  saving: string;
  nothingChanged: string;
  saved: (apps: readonly string[]) => string;
  notSaved: string;
  atLeastOne: (app: string) => string;
  changed: (app: string) => string;
  gone: (app: string) => string;
  failed: (app: string, problem: string) => string;
}
