import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../../archive/reading/open-archive";
import type { FieldProperty } from "../../../archive/records/kintone-app";
import { type BackupError, toBackupError } from "../../../domain/errors";
import type { SettingsDesk } from "../../../domain/settings-desk";
import { formOf } from "../../../domain/settings/form";
import type { Source } from "../../../domain/source";
import type { AppRef } from "../../../domain/target";
import { identityOf, isSameApp } from "../../compare/app-identity";
import { linkOf } from "./linked-app";
import { waitingChanges } from "./waiting-changes";

/** A field of the archive that the app has not any more, and may get back. */
export interface FieldToAdd {
  app: AppRef & { name: string };
  code: string;
  label: string;
  /** As kintone takes it. */
  definition: FieldProperty;
  /** Of the settings that were looked at: where somebody changes them meanwhile, kintone refuses. */
  revision: string;
}

/** Why a field is not put back into the form. */
export type WhyNotAdded =
  | { reason: "another-app"; app: string }
  | { reason: "not-archived"; field: string }
  | { reason: "present"; field: string }
  | { reason: "in-table"; field: string; table: string }
  /** kintone makes it itself, or it holds others. */
  | { reason: "not-addable"; field: string; type: string }
  /** They would be made live with it. */
  | { reason: "waiting-changes"; settings: string[] }
  /** The app that it points at. */
  | { reason: "related-app"; app: string; error: BackupError }
  | { reason: "related-fields"; app: string; fields: string[] }
  /** What is copied goes into fields that are not there. */
  | { reason: "own-fields"; fields: string[] };

/** Made by kintone, or filled by what people put into it on the screen. */
const NOT_ADDABLE: ReadonlySet<string> = new Set([
  ...(["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"] as const),
  ...(["STATUS", "STATUS_ASSIGNEE", "CATEGORY", "GROUP"] as const),
]);

interface FieldWorld {
  source: Source;
  desk: Pick<SettingsDesk, "read">;
}

/** Looks whether a field can be put back by itself; changes nothing. Rejects with a `BackupError` when the app or the archive cannot be read. */
export async function fieldToAdd(
  archived: ArchivedTarget,
  field: string,
  { source, desk }: FieldWorld,
): Promise<FieldToAdd | WhyNotAdded> {
  const { appId, guestSpaceId } = archived.facts;
  const app = { appId, ...(guestSpaceId && { guestSpaceId }) };
  const own = identityOf(await archivedSetting(archived, "app"));
  const present = identityOf(await source.readSetting(app, "app"));
  if (!isSameApp(own, present)) return { reason: "another-app", app: present.name };

  const wanted = wantedField(formOf(await archivedSetting(archived, "app/form/fields")).properties, field);
  if ("reason" in wanted) return wanted;
  // First of all, so that whatever somebody changes from now on is noticed.
  const { properties, revision } = await desk.read("app/form/fields", "preview");
  const codes = new Set(Object.values(properties).flatMap((each) => [each.code, ...Object.keys(each.fields ?? {})]));
  const inner = Object.keys(wanted.fields ?? {}).find((code) => codes.has(code));
  if (codes.has(field) || inner !== undefined) return { reason: "present", field: inner ?? field };
  const waiting = await waitingChanges(source, desk, app);
  if (waiting.length > 0) return { reason: "waiting-changes", settings: waiting };
  const obstacle = await linkObstacle(wanted, codes, app, source);
  if (obstacle) return obstacle;
  const definition = withoutAppCodes(wanted);
  return { app: { ...app, name: present.name }, code: field, label: wanted.label ?? field, definition, revision };
}

function wantedField(properties: Readonly<Record<string, FieldProperty>>, field: string): FieldProperty | WhyNotAdded {
  const wanted = Object.hasOwn(properties, field) ? properties[field] : undefined;
  if (wanted) return NOT_ADDABLE.has(wanted.type) ? { reason: "not-addable", field, type: wanted.type } : wanted;
  const table = Object.values(properties).find(({ fields }) => fields && Object.hasOwn(fields, field));
  return table ? { reason: "in-table", field, table: table.code } : { reason: "not-archived", field };
}

/** What a lookup or a list of related records needs, in both apps. */
async function linkObstacle(
  wanted: FieldProperty,
  codes: ReadonlySet<string>,
  { guestSpaceId }: AppRef,
  source: Pick<Source, "readSetting">,
): Promise<WhyNotAdded | undefined> {
  for (const each of [wanted, ...Object.values(wanted.fields ?? {})]) {
    const link = linkOf(each);
    if (!link) continue;
    const within = new Set([...codes, ...Object.keys(wanted.fields ?? {})]);
    const lacking = link.ownFields.filter((code) => !within.has(code));
    if (lacking.length > 0) return { reason: "own-fields", fields: lacking };
    const related = { appId: link.app, ...(guestSpaceId && { guestSpaceId }) };
    const answer = await source
      .readSetting(related, "app/form/fields")
      .catch((thrown: unknown) => toBackupError(thrown));
    if (answer instanceof Error) return { reason: "related-app", app: link.app, error: toBackupError(answer) };
    const there = Object.values(formOf(answer).properties).flatMap((one) => [
      one.code,
      ...Object.keys(one.fields ?? {}),
    ]);
    const gone = link.relatedFields.filter((code) => !there.includes(code));
    if (gone.length > 0) return { reason: "related-fields", app: link.app, fields: gone };
  }
  return undefined;
}

/** An app is named by its id or by its code, which may be empty. */
function withoutAppCodes(field: FieldProperty): FieldProperty {
  const link = linkOf(field);
  const inner = Object.entries(field.fields ?? {}).map(([code, each]) => [code, withoutAppCodes(each)] as const);
  return {
    ...field,
    ...(link && { [link.member]: { ...(Reflect.get(field, link.member) as object), relatedApp: { app: link.app } } }),
    ...(field.fields && { fields: Object.fromEntries(inner) }),
  };
}
