import { sha256Hex } from "../../archive/bytes/digest";
import { canonicalJson } from "../../archive/canonical-json";
import type { AppRef } from "../../domain/target";
import type { Matching } from "../compare/matching";
import type { RestoreChoices } from "./restore-choices";
import type { RestorePlan } from "./restore-plan";

/** Version of the files that this code writes. Newer ones are refused. */
export const PLAN_FILE_VERSION = 1;

/** How many records are added, changed and deleted. */
export type PlannedCounts = Readonly<Record<keyof RestorePlan, number>>;

/**
 * What somebody decided about a restore, and what they were shown: a file that people read, keep and carry elsewhere, and that the command carries out
 * unattended. docs/restore-plan.md specifies it.
 */
export interface PlanFile {
  /** `archiveDigest` of its volumes, hex. */
  archive: { runId: string; digest: string };
  /** Id of the app that the archive's records were made in. */
  archivedApp: string;
  /** Into which it is put back, as it was called then. `baseUrl` without a slash at the end. */
  app: AppRef & { baseUrl: string; name: string };
  matching: Matching;
  choices: RestoreChoices;
  /** What a condition that chooses records depends on: with the same, it chooses the same. */
  asking?: { now: string; timeZone: string; loginUser?: string };
  /** What was shown. A file that people write by hand has none: then it is what the comparison finds. */
  planned?: PlannedCounts & { digest: string };
}

const countsOf = ({ add, putBack, remove }: RestorePlan): PlannedCounts => ({
  ...{ add: add.length, putBack: putBack.length, remove: remove.length },
});

/** Tells a plan from any other: which records, at which revisions, which of their fields. */
function planDigest(plan: RestorePlan): string {
  return sha256Hex(canonicalJson(plan));
}

export function toPlanFile({ planned, ...file }: Omit<PlanFile, "planned"> & { planned?: RestorePlan }): string {
  const shown = planned && { planned: { ...countsOf(planned), digest: planDigest(planned) } };
  return `${JSON.stringify({ formatVersion: PLAN_FILE_VERSION, ...file, ...shown }, undefined, 2)}\n`;
}

/** Why a plan is not for what is at hand: then nothing is written. */
export type WrongPlan =
  | { reason: "another-archive"; expected: string; found: string }
  | { reason: "another-app"; expected: string; found: string }
  /** The app is another by now than when the plan was made, or somebody changed the file. */
  | { reason: "another-plan"; expected: PlannedCounts; found: PlannedCounts };

/** What there is, to be compared with what a plan is for. */
export interface AtHand {
  archive: { runId: string; digest: string };
  archivedApp: string;
  app: AppRef & { baseUrl: string };
  /** Made by the choices of the file. */
  plan: RestorePlan;
}

/** Whether exactly that is done which was shown. */
export function wrongPlan(file: PlanFile, { archive, archivedApp, app, plan }: AtHand): WrongPlan | undefined {
  if (
    file.archive.runId !== archive.runId ||
    file.archive.digest !== archive.digest ||
    file.archivedApp !== archivedApp
  ) {
    const named = (one: AtHand["archive"], of: string) => `${one.runId} ${one.digest.slice(0, 12)} ${of}`;
    return {
      reason: "another-archive",
      ...{ expected: named(file.archive, file.archivedApp), found: named(archive, archivedApp) },
    };
  }
  const addressOf = ({ baseUrl, appId, guestSpaceId }: AtHand["app"]) =>
    `${baseUrl}/k/${guestSpaceId === undefined ? "" : `guest/${guestSpaceId}/`}${appId}/`;
  const [expected, found] = [addressOf(file.app), addressOf(app)];
  if (expected !== found) return { reason: "another-app", expected, found };
  if (!file.planned || file.planned.digest === planDigest(plan)) return undefined;
  const { digest: _digest, ...counts } = file.planned;
  return { reason: "another-plan", expected: counts, found: countsOf(plan) };
}
