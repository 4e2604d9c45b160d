import type { GeneralSettings } from "../domain/app-settings";
import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { fieldOfType } from "../domain/form";
import type { LayoutRow, Properties } from "../domain/form";
import { asKeptMarkup } from "../domain/markup";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";
import { showFile } from "./files";

const themes = ["WHITE", "CLIPBOARD", "BINDER", "PENCIL", "CLIPS", "RED", "BLUE", "GREEN", "YELLOW", "BLACK"];
const flags = [
  "enableThumbnails",
  "enableBulkDeletion",
  "enableComments",
  "enableDuplicateRecord",
  "enableInlineRecordEditing",
] as const;

export const settings: Endpoint[] = [
  ...settingsReader("app/settings.json", ({ general, properties, layout }, { domain }) => ({
    ...general,
    titleField:
      general.titleField.selectionMode === "AUTO" ? automaticTitle(properties, layout, domain) : general.titleField,
    icon: general.icon.type === "FILE" ? { type: "FILE", file: showFile(general.icon.file) } : general.icon,
  })),

  settingsWriter("PUT", "app/settings.json", (app, call) => ({ general: changed(app, call) })),
];

/**
 * The topmost text of one line, and the record number where there is none (captured with a text; how kintone chooses: scrapbox.io/k1tikurisu, notes
 * for its exam; what is answered without a text is UNCONFIRMED(automatic-title)).
 */
function automaticTitle(
  properties: Properties,
  layout: LayoutRow[],
  { opposites }: Domain,
): GeneralSettings["titleField"] {
  const fields = layout.flatMap((row) => (row.type === "GROUP" ? row.layout : [row])).flatMap((row) => row.fields);
  const inOrder = fields.map(({ code }) => properties[code ?? ""]);
  const withoutText = opposites.has("automatic-title") ? undefined : fieldOfType(properties, "RECORD_NUMBER");
  const title = inOrder.find((field) => field?.type === "SINGLE_LINE_TEXT") ?? withoutText;
  return { selectionMode: "AUTO", code: title?.code ?? "" };
}

function changed(app: App, call: Call): GeneralSettings {
  const { parameters } = call;
  const before = app.preview.general;
  const name = parameters.optionalText("name") ?? before.name;
  if (name === "" || [...name].length > 64) throw invalidParameter("name", sentences.appName);
  const description = parameters.optionalText("description") ?? before.description;
  if ([...description].length > 10_000) throw invalidParameter("description", sentences.shorterThan(10_001));
  const precision = parameters.optionalObject("numberPrecision") ?? {};
  const after: GeneralSettings = {
    ...before,
    name,
    description: call.domain.opposites.has("markup-references") ? description : asKeptMarkup(description),
    theme: parameters.oneOf("theme", themes, before.theme),
    icon: icon(app, call),
    titleField: { ...before.titleField, ...parameters.optionalObject("titleField") },
    numberPrecision: {
      ...before.numberPrecision,
      ...Object.fromEntries(Object.entries(precision).map(([key, value]) => [key, String(value)])),
    },
    firstMonthOfFiscalYear: parameters.optionalText("firstMonthOfFiscalYear") ?? before.firstMonthOfFiscalYear,
  };
  for (const flag of flags) if (parameters.has(flag)) after[flag] = parameters.flag(flag);
  return after;
}

function icon(app: App, call: Call): GeneralSettings["icon"] {
  const given = call.parameters.optionalObject("icon");
  if (!given) return app.preview.general.icon;
  for (const [key, value] of Object.entries({ type: given.type, ...(given.type === "PRESET" && { key: given.key }) })) {
    if (!value) throw invalidParameter(`icon.${key}`, sentences.requiredParameter);
  }
  if (given.type === "PRESET") return { type: "PRESET", key: String(given.key) };
  const key = String((given.file as { fileKey?: unknown } | undefined)?.fileKey);
  return { type: "FILE", file: call.domain.takeUpload(key, { kind: "settings", appId: app.id }) };
}
