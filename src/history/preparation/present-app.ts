import type { Manager } from "../../domain/app-settings";
import { toBackupError } from "../../domain/errors";
import type { Environment, Setting, SettingAnswers, SettingsDesk } from "../../domain/settings-desk";
import { EVERYONE } from "../app-definition/record-rights";

/** What an app has, as far as its preparation goes. */
export interface PresentApp {
  /** Of the settings, for the first change of them. */
  revision: string;
  fields: SettingAnswers["app/form/fields"]["properties"];
  layout: SettingAnswers["app/form/layout"]["layout"];
  views: SettingAnswers["app/views"]["views"];
  perRecord: SettingAnswers["app/notifications/perRecord"]["notifications"];
  reminders: SettingAnswers["app/notifications/reminder"]["notifications"];
  recordRules: SettingAnswers["record/acl"]["rights"];
  fieldRights: SettingAnswers["field/acl"]["rights"];
  managers: readonly Manager[];
}

/** Settings that change while they are read are read again; more often than this somebody is at work in the app. */
const ATTEMPTS = 3;

/**
 * Reads what an app has. `user` is taken for the app's maker as long as kintone does not tell who that is.
 *
 * What was read while somebody changed the app is never written back: where a list is written whole, an old one would undo
 * what was just added. Its revision is the oldest that was met, with which kintone refuses every change.
 */
export async function readPresentApp(desk: SettingsDesk, environment: Environment, user: string): Promise<PresentApp> {
  for (let attempt = 1; ; attempt += 1) {
    const read = <Name extends Setting>(setting: Name) => desk.read(setting, environment);
    const [fields, layout, views, perRecord, reminder, recordAcl, fieldAcl, appAcl, creator] = await Promise.all([
      read("app/form/fields"),
      read("app/form/layout"),
      read("app/views"),
      read("app/notifications/perRecord"),
      read("app/notifications/reminder"),
      read("record/acl"),
      read("field/acl"),
      read("app/acl"),
      creatorOf(desk),
    ]);
    const answers = [fields, layout, views, perRecord, reminder, recordAcl, fieldAcl, appAcl];
    const revisions = new Set(answers.map(({ revision }) => Number(revision)));
    if (revisions.size > 1 && attempt < ATTEMPTS) continue;
    return {
      revision: String(Math.min(...revisions)),
      fields: fields.properties,
      layout: layout.layout,
      views: views.views,
      perRecord: perRecord.notifications,
      reminders: reminder.notifications,
      recordRules: recordAcl.rights,
      fieldRights: fieldAcl.rights,
      managers: managersOf(appAcl.rights, creator ?? user),
    };
  }
}

/** Nobody must be able to tell who made the app just to prepare it. */
async function creatorOf(desk: SettingsDesk): Promise<string | undefined> {
  return desk.creator().catch((thrown: unknown) => {
    if (toBackupError(thrown).code !== "NO_PERMISSION") throw thrown;
    return undefined;
  });
}

/**
 * Those who manage the app, whoever that is: permissions of records and fields do not know "who made the app", as the app's
 * permissions do (OpenAPI 20250423), but people.
 */
export function managersOf(rights: SettingAnswers["app/acl"]["rights"], creator: string): Manager[] {
  const managers = rights
    .filter(({ appEditable }) => appEditable)
    .map(({ entity, includeSubs }) => ({
      entity: entity.type === "CREATOR" ? { type: "USER", code: creator } : entity,
      includeSubs,
    }))
    .filter(({ entity }) => !(entity.type === EVERYONE.type && entity.code === EVERYONE.code));
  return managers.filter(
    ({ entity }, index) =>
      managers.findIndex(({ entity: other }) => other.type === entity.type && other.code === entity.code) === index,
  );
}
