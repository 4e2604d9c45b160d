import { archivedSetting } from "../../../archive/reading/archived-setting";
import { formOf } from "../../../domain/settings/form";
import { lookInto } from "../../../domain/settings/answer-part";
import type { NewApp } from "../new-app";
import type { OldId } from "../old-ids/old-ids";
import { innerOf, looksUp } from "../steps/wanted-form";
import type { ToDo } from "../to-do";

const IN_A_LANGUAGE = /\/settings\/.+\.(en|ja|zh)\.json$/u;

/** What no API sets of an app, by what the archive has of it. */
export async function toDosOf({ archived }: Pick<NewApp, "archived">, oldIds: readonly OldId[]): Promise<ToDo[]> {
  const { folder } = archived.facts;
  const code = lookInto((await archivedSetting(archived, "app")) ?? {})
    .root.member("code")
    .text();
  const form = Object.values(formOf(await archivedSetting(archived, "app/form/fields")).properties);
  const lookups = [...form, ...form.flatMap(innerOf)].filter(looksUp).map((field) => field.code);
  const languages = [...archived.entries.keys()].flatMap((path) => IN_A_LANGUAGE.exec(path)?.[1] ?? []);
  return [
    ...(code ? [{ folder, what: "app-code", code } as const] : []),
    { folder, what: "tokens-and-webhooks" },
    ...(languages.length > 0
      ? [{ folder, what: "names-in-languages", languages: [...new Set(languages)].sort() } as const]
      : []),
    ...(lookups.length > 0 ? [{ folder, what: "lookup-search", fields: lookups } as const] : []),
    ...(oldIds.some((hit) => hit.folder === folder) ? [{ folder, what: "old-ids" } as const] : []),
  ];
}
