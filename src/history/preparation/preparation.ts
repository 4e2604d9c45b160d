import { toBackupError } from "../../domain/errors";
import type { DeployStatus, SettingsDesk } from "../../domain/settings-desk";
import type { FieldCode } from "../app-definition/fields";
import type { Labels } from "../app-definition/labels";
import { planFor } from "./make-plan";
import type { Plan, PlanItem } from "./plan";
import { readPresentApp } from "./present-app";

/** Who prepares, and in which language. */
export interface Preparer {
  /** Log-in name: whom the notifications reach. */
  user: string;
  labels: Labels;
}

/** What was found in an app: what it lacks, and whether all of it works already. */
export interface Findings {
  plan: Plan;
  /** Nothing is lacking, but part of it waits for an update of the app. */
  waits: boolean;
  /** Of the settings that were looked at. */
  revision: string;
}

/** How far the preparation is. */
export type PreparationStep = { kind: "changing"; done: number; of: number } | { kind: "updating" };

/** What came of the preparation: what is still lacking afterwards, or how kintone's update of the app ended. */
export type PreparationEnd = { kind: "prepared"; findings: Findings } | { kind: "not-updated"; status: string };

/** Whether there is nothing to do. */
export function isReady({ plan, waits }: Findings): boolean {
  return plan.changes.length === 0 && plan.conflicts.length === 0 && !waits;
}

/** Whether the app can keep targets and runs: what else is lacking are conveniences, and the record of settings. */
export function canKeepRuns({ plan, waits }: Findings): boolean {
  const isNeeded = (item: PlanItem) =>
    item.kind === "field" && !item.code.startsWith(OF_CHANGES) && item.code !== FOR_REMINDERS;
  return plan.conflicts.length === 0 && !waits && !plan.items.some(isNeeded);
}

/** How codes of fields begin that tell of changed settings: an app that a plugin of before them prepared lacks all. */
const OF_CHANGES = "change_";
/** Only written where there is such a field. */
const FOR_REMINDERS: FieldCode = "target_unsaved_since";

/** Looks at what the app has and works out what a preparation would do. Changes nothing. Rejects with a `BackupError`. */
export async function lookAtApp(desk: SettingsDesk, preparer: Preparer): Promise<Findings> {
  const present = await readPresentApp(desk, "preview", preparer.user);
  const plan = planFor(present, preparer);
  const { revision } = present;
  const live = await desk.read("app/form/fields", "live").catch(unlessNeverLive);
  // That both environments have the same revision when no change waits is UNCONFIRMED(revisions-of-both-environments): a difference alone proves nothing.
  const differs = live !== undefined && live.revision !== revision;
  if (plan.changes.length > 0 || plan.conflicts.length > 0) {
    return { plan: differs ? { ...plan, notes: [...plan.notes, "waiting-changes"] } : plan, waits: false, revision };
  }
  if (!differs) return { plan, waits: live === undefined, revision };
  const working = planFor(await readPresentApp(desk, "live", preparer.user), preparer);
  return { plan, waits: working.changes.length > 0, revision };
}

/** The patience with which kintone's update of an app is waited for. */
const POLL_MILLISECONDS = 500;
const LIMIT_MILLISECONDS = 5 * 60_000;

interface Manner {
  report: (step: PreparationStep) => void;
  pause: (milliseconds: number) => Promise<void>;
}

/**
 * Does what the findings say and has kintone update the app; then looks again, so that what it says in the end is what is.
 *
 * Each change names the revision that it builds on: when somebody else changes the app's settings meanwhile, kintone
 * refuses it (GAIA_CO03), and nothing of theirs is overwritten. Rejects with a `BackupError`; whatever was changed by then
 * is recognised the next time.
 */
export async function prepareApp(
  desk: SettingsDesk,
  preparer: Preparer,
  findings: Findings,
  { report, pause }: Manner,
): Promise<PreparationEnd> {
  const { changes } = findings.plan;
  let { revision } = findings;
  for (const [done, change] of changes.entries()) {
    report({ kind: "changing", done, of: changes.length });
    revision = await desk.change(change, revision);
  }
  report({ kind: "updating" });
  await desk.deploy(revision);
  const status = await endOfUpdate(desk, pause);
  if (status !== "SUCCESS") return { kind: "not-updated", status };
  return { kind: "prepared", findings: await lookAtApp(desk, preparer) };
}

async function endOfUpdate(desk: SettingsDesk, pause: Manner["pause"]): Promise<DeployStatus | "UNKNOWN"> {
  for (let waited = 0; waited < LIMIT_MILLISECONDS; waited += POLL_MILLISECONDS) {
    const status = await desk.deployStatus();
    if (status !== "PROCESSING") return status ?? "UNKNOWN";
    await pause(POLL_MILLISECONDS);
  }
  return "PROCESSING";
}

/** kintone knows an app under its live settings only from its first update on (OpenAPI 20250423: app). */
function unlessNeverLive(thrown: unknown): undefined {
  if (toBackupError(thrown).code !== "APP_NOT_FOUND") throw thrown;
  return undefined;
}
