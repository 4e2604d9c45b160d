import type { BackupError } from "../../../domain/errors";
import { PARTS, type Target } from "../../../domain/target";
import {
  type ChosenTarget,
  type Choices,
  type SaveOutcome,
  sameChoices,
} from "../../../history/targets/target-choices";
import { undecidedIn } from "./decisions";
import type { TargetDetails } from "./target-details";

/** What is known of one target, and what the admin has chosen but perhaps not saved. */
export interface TargetRow {
  stored: ChosenTarget;
  choices: Choices;
  details: Details;
}

export type Details =
  { kind: "unread" | "reading" } | { kind: "read"; details: TargetDetails } | { kind: "failed"; error: BackupError };

/** What became of one target at the last save. */
export interface SaveReport {
  /** As the screen calls the app. */
  app: string;
  outcome: SaveOutcome["kind"] | "empty" | BackupError;
  /** Why it is saved, and not told to auditors. */
  unrecorded?: BackupError;
}

export type Saving = { kind: "none" | "saving" | "nothing-changed" } | { kind: "done"; reports: readonly SaveReport[] };

export type TargetsState =
  | { kind: "reading" }
  | { kind: "failed"; error: BackupError }
  | { kind: "ready"; rows: readonly TargetRow[]; saving: Saving };

export type TargetsEvent =
  | { kind: "listed"; targets: readonly ChosenTarget[] }
  /** There may be more targets than before; what is chosen for those that were there is kept. */
  | { kind: "listed-again"; targets: readonly ChosenTarget[] }
  | { kind: "list-failed"; error: BackupError }
  | { kind: "list-again" }
  | { kind: "details"; recordId: string; details: Details }
  | { kind: "chosen"; recordId: string; choices: Choices }
  | { kind: "saving"; saving: Saving }
  /** The choices are kept; others may have been made since. */
  | { kind: "saved"; target: ChosenTarget }
  /** Somebody else has chosen: theirs are shown. */
  | { kind: "changed"; target: ChosenTarget }
  | { kind: "gone"; recordId: string };

/** Only as a list of targets is there can anything happen to its rows. */
export function nextState(state: TargetsState, event: TargetsEvent): TargetsState {
  switch (event.kind) {
    case "listed":
      return { kind: "ready", rows: event.targets.map(unreadRow), saving: { kind: "none" } };
    case "listed-again":
      return state.kind === "ready"
        ? { ...state, rows: event.targets.map((target) => rowOf(state.rows, target) ?? unreadRow(target)) }
        : { kind: "ready", rows: event.targets.map(unreadRow), saving: { kind: "none" } };
    case "list-failed":
      return { kind: "failed", error: event.error };
    case "list-again":
      return { kind: "reading" };
    case "details":
      return changeRow(state, event.recordId, (row) => ({ ...row, details: event.details }));
    case "chosen":
      return withSaving(
        changeRow(state, event.recordId, (row) => ({ ...row, choices: event.choices })),
        { kind: "none" },
      );
    case "saving":
      return withSaving(state, event.saving);
    case "saved":
      return changeRow(state, event.target.target.recordId, (row) => ({ ...row, stored: event.target }));
    case "changed":
      return changeRow(state, event.target.target.recordId, (row) => changedMeanwhile(row, event.target));
    case "gone":
      return state.kind === "ready"
        ? { ...state, rows: state.rows.filter((row) => row.stored.target.recordId !== event.recordId) }
        : state;
  }
}

function rowOf(rows: readonly TargetRow[], { target }: ChosenTarget): TargetRow | undefined {
  return rows.find(({ stored }) => stored.target.recordId === target.recordId);
}

function unreadRow(target: ChosenTarget): TargetRow {
  return { stored: target, choices: target.target, details: { kind: "unread" } };
}

/** Another app, or other records of it: what was read no longer holds. */
function changedMeanwhile(row: TargetRow, now: ChosenTarget): TargetRow {
  const before = row.stored.target;
  const same =
    before.appId === now.target.appId &&
    before.guestSpaceId === now.target.guestSpaceId &&
    before.query === now.target.query;
  return { stored: now, choices: now.target, details: same ? row.details : { kind: "unread" } };
}

function changeRow(state: TargetsState, recordId: string, change: (row: TargetRow) => TargetRow): TargetsState {
  if (state.kind !== "ready") return state;
  return { ...state, rows: state.rows.map((row) => (row.stored.target.recordId === recordId ? change(row) : row)) };
}

function withSaving(state: TargetsState, saving: Saving): TargetsState {
  return state.kind === "ready" ? { ...state, saving } : state;
}

export function isUnsaved({ stored: { target }, choices }: TargetRow): boolean {
  return !sameChoices(target, choices);
}

/** There is no app to look at; what is chosen holds for several. */
export function isRule({ rule, impediment }: Target): boolean {
  return rule !== undefined || impediment !== undefined;
}

/** A target that asks for nothing would be taken for one that asks for everything. */
export function isEmpty({ choices }: TargetRow): boolean {
  return !PARTS.some((part) => choices.include[part]);
}

/** How many fields of the target wait for a decision; 0 as long as nobody has looked. */
export function countUndecided({ details, choices }: TargetRow): number {
  return details.kind === "read" ? undecidedIn(details.details, choices).length : 0;
}

/** As the app is called now, as far as that is known. */
export function nameOf({ stored: { target }, details }: TargetRow): string {
  return details.kind === "read" ? details.details.appName : target.appName;
}
