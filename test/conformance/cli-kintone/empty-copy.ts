import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { deploy } from "../../kintone/deploy";
import type { App } from "../../emulator/domain/app";
import type { Properties, Property, RelatedApp } from "../../emulator/domain/form";
import type { Backup } from "./backup";

type Client = KintoneRestAPIClient["app"];
type NewFields = Parameters<Client["addFormFields"]>[0]["properties"];
type ChangedFields = Parameters<Client["updateFormFields"]>[0]["properties"];
type NewLayout = Parameters<Client["updateFormLayout"]>[0]["layout"];
type NewSettings = Parameters<Client["updateAppSettings"]>[0];
type NewProcess = Parameters<Client["updateProcessManagement"]>[0];

/** Every app has them from the beginning: they cannot be added, only changed (OpenAPI 20250423, app/form/fields). */
const FROM_THE_BEGINNING = new Set(
  "RECORD_NUMBER CREATOR CREATED_TIME MODIFIER UPDATED_TIME STATUS STATUS_ASSIGNEE CATEGORY".split(" "),
);

/**
 * Makes an app like that of an archive, without records, out of what lies in the archive's `settings` and through the REST API alone.
 *
 * @param copies - ids of apps that were copied before, by the ids of their originals: lookups are to take from the copies
 * @returns the id of the copy
 */
export async function createEmptyCopy(
  client: KintoneRestAPIClient,
  backup: Backup,
  original: App,
  copies: ReadonlyMap<string, string>,
): Promise<string> {
  const { properties } = await backup.setting<{ properties: Properties }>(original, "app/form/fields");
  const { layout } = await backup.setting<{ layout: NewLayout }>(original, "app/form/layout");
  const { name, numberPrecision } = await backup.setting<Record<string, string>>(original, "app/settings");
  const { enable, states, actions } = await backup.setting<NewProcess>(original, "app/status");

  const { app } = await client.app.addApp({ name: `${name}` });
  const fields = Object.values(properties);
  await renameSystemFields(client, app, fields);
  const added = fields.filter(({ type }) => !FROM_THE_BEGINNING.has(type)).map((field) => taking(field, copies));
  await client.app.addFormFields({ app, properties: byCode(added) as unknown as NewFields });
  await client.app.updateFormLayout({ app, layout });
  await client.app.updateAppSettings({ app, numberPrecision } as unknown as NewSettings);
  if (enable) await client.app.updateProcessManagement({ app, enable, states: states!, actions: actions! });
  await deploy(client, app);
  return app;
}

async function renameSystemFields(client: KintoneRestAPIClient, app: string, wanted: Property[]): Promise<void> {
  const present = Object.values((await client.app.getFormFields({ app, preview: true })).properties);
  const renamed = present.flatMap(({ type, code }) => {
    const field = wanted.find((candidate) => candidate.type === type);
    return field && field.code !== code ? [[code, { type, code: field.code, label: field.label }] as const] : [];
  });
  if (renamed.length === 0) return;
  await client.app.updateFormFields({ app, properties: Object.fromEntries(renamed) as unknown as ChangedFields });
}

/** The field with its lookup or related records taking from the copies. */
function taking(field: Property, copies: ReadonlyMap<string, string>): Property {
  const { lookup, referenceTable, fields } = field;
  const copyOf = ({ app }: RelatedApp) => ({ app: copies.get(app) ?? app, code: "" });
  return {
    ...field,
    ...(lookup && { lookup: { ...lookup, relatedApp: copyOf(lookup.relatedApp) } }),
    ...(referenceTable && { referenceTable: { ...referenceTable, relatedApp: copyOf(referenceTable.relatedApp) } }),
    ...(fields && { fields: byCode(Object.values(fields).map((inner) => taking(inner, copies))) }),
  };
}

const byCode = (fields: Property[]): Properties => Object.fromEntries(fields.map((field) => [field.code, field]));
