import type { Matching } from "../../restore/compare/matching";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { KeptRestore } from "../../restore/run-restore";
import type { PageVisit } from "./page-visit";

/** What a restore keeps in this browser, so that a later visit can go on with it; never the CSRF token. */
export interface KeptInBrowser extends KeptRestore {
  choices: RestoreChoices;
  matching: Matching;
  /** The backup-management app that its record is in. */
  appId: string;
  operatorCode: string;
  pluginVersion: string;
}

/** As it was read from JSON, whose dates are texts; `undefined` for what is none, and for what another user, app or version of the plugin kept. */
export function keptRestore(
  about: unknown,
  { appId, operator, pluginVersion }: Pick<PageVisit, "appId" | "operator" | "pluginVersion">,
): KeptInBrowser | undefined {
  const kept = about as KeptInBrowser | null;
  const isOwn = kept?.appId === appId && kept.operatorCode === operator.code && kept.pluginVersion === pluginVersion;
  if (!isOwn) return undefined;
  return withDates(kept);
}

/** What JSON made texts of. */
export function withDates<Kept extends KeptRestore>(kept: Kept): Kept {
  const { start } = kept;
  const archive = { ...start.archive, createdAt: new Date(start.archive.createdAt) };
  return { ...kept, start: { ...start, startedAt: new Date(start.startedAt), archive } };
}
