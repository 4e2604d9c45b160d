import type { App } from "../domain/app";
import type { Call } from "./endpoint";

const languages = ["default", "user", "ja", "en", "zh"] as const;

/** Endpoints that take `lang` (OpenAPI 20250423; plugins have names in a list of languages of their own). */
const localized = new Set([
  "app/actions.json",
  "app/categories.json",
  "app/form/fields.json",
  "app/notifications/perRecord.json",
  "app/notifications/reminder.json",
  "app/reports.json",
  "app/settings.json",
  "app/status.json",
  "app/views.json",
  "record/acl.json",
]);

/** Keys whose values are names, and keys below which names are keys. Conditions are left in the default names. */
const names = new Set(["name", "label", "description", "from", "to", "defaultValue"]);
const byName = new Set(["options", "views", "states", "reports", "actions"]);

/** A setting with the app's names in the language that the request asks for; without `lang` the default names. @throws CB_VA01 */
export function localize<T>(setting: T, path: string, { parameters, caller }: Call, app: App): T {
  if (!localized.has(path)) return setting;
  const lang = parameters.oneOf("lang", languages, "default");
  const own = caller.kind === "token" ? "default" : caller.user.language;
  const translation = app.translations[lang === "user" ? own : lang];
  if (!translation) return setting;
  const say = (name: string): string => translation[name] ?? name;
  const translate = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return names.has(key) ? say(value) : value;
    if (Array.isArray(value)) return value.map((item) => translate(item, key));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([inner, item]: [string, unknown]) => [
      byName.has(key) ? say(inner) : inner,
      translate(item, inner),
    ]);
    return Object.fromEntries(entries);
  };
  return translate(setting, "") as T;
}
