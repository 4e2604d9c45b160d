import type { PlanFile } from "../../restore/plan/plan-file";
import { describeWrongPlan } from "../text/restore/plan-file/plan-file-sentences";
import type { RestoringMessages } from "../text/restoring/language";
import type { ArchivedApp, OtherApp, RestoreDesk, UsableArchive } from "./restore-desk";
import type { RestoreDraft } from "./restore-draft";

/** A restore that was decided before its archive is at hand: by the file of a plan, or as the way back from another restore. */
export interface DecidedRestore {
  plan: PlanFile;
  /** What it is, and what is to be done, for people. */
  told: string;
  /** Its zips, where they are at hand. */
  zips?: readonly File[];
  reason?: string;
}

/** What was decided, as the screen asks it. */
export function draftOf({ plan, reason = "" }: DecidedRestore): { draft: RestoreDraft; ticked: ReadonlySet<string> } {
  const { addMissing, putBack, remove, selection = {}, fields, bytes } = plan.choices;
  const { ids, ...meeting } = selection;
  const draft: RestoreDraft = {
    ...{ scope: ids ? "ticked" : "all", meeting, addMissing, putBack, attachmentsOnly: false, bytes: bytes === true },
    ...{ remove: remove !== undefined, newer: remove === "surplus-and-newer", reason },
    ...(fields && { fields }),
  };
  return { draft, ticked: new Set(ids) };
}

/** Where another app was meant than the archive's own. */
export function otherAppOf({ plan: { app, matching } }: DecidedRestore): OtherApp | undefined {
  if (matching.by === "id") return undefined;
  const { appId, guestSpaceId, name } = app;
  return {
    ...{ app: { appId, ...(guestSpaceId && { guestSpaceId }) }, name },
    ...(matching.by === "key" && { key: matching.field }),
  };
}

/** What is decided beside what a draft has. Whoever went on with an archive that the history does not know need not say so twice. */
export function alreadyDecided(
  decided: DecidedRestore | undefined,
  { isVouched }: Pick<UsableArchive, "isVouched">,
  desk: Pick<RestoreDesk, "nothingDecided">,
): RestoreDesk["nothingDecided"] {
  const choices: RestoreDesk["nothingDecided"] = decided?.plan.choices ?? desk.nothingDecided;
  const { renamed, leftOutFields, leftOutRecords, given, replaced, options, confirmed } = choices;
  return {
    ...{ renamed, leftOutFields, leftOutRecords, given, replaced, options },
    confirmed: isVouched ? confirmed : { ...confirmed, archiveNotTold: true },
  };
}

/** The app of the archive that it is for, or why it is not for this archive. */
export function appDecided(
  { plan }: DecidedRestore,
  archive: UsableArchive,
  { baseUrl, wrongPlan }: Pick<RestoreDesk, "baseUrl" | "wrongPlan">,
  { preflight }: RestoringMessages,
): ArchivedApp | string {
  const app = archive.apps.find((each) => each.app.appId === plan.archivedApp);
  const { planned: _later, ...file } = plan;
  const wrong = wrongPlan(file, {
    ...{ archive, archivedApp: app?.app.appId ?? archive.apps.map((each) => each.app.appId).join(", ") },
    app: { ...(plan.matching.by === "id" && app ? app.app : plan.app), baseUrl },
    plan: { add: [], putBack: [], remove: [] },
  });
  if (wrong || !app) return wrong ? describeWrongPlan(preflight.planFile, wrong) : "";
  return app;
}
