import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { LANGUAGES, type AppSettings, type ReadSetting, type SettingState } from "./app-settings";
import { filesNamedIn, withDigests } from "./digested-files";
import type { Unread } from "./settings-comparison";

/** Of which one API is switched off: what the manifest calls them. */
const SWITCHED_OFF: Readonly<Record<string, string>> = {
  "app/categories": "category-tree",
  "app/plugin/config": "plugin-configurations",
};

/** All settings of an app that an archive has. Rejects with an `ArchiveError` when they are damaged. */
export async function archivedSettings(archived: ArchivedTarget): Promise<AppSettings> {
  const { facts, entries } = archived;
  const folder = `${facts.folder}/settings/`;
  const states = new Map<string, SettingState>();
  for (const path of [...entries.keys()].sort()) {
    const name = /^(?<name>.+)\.json$/u.exec(path.startsWith(folder) ? path.slice(folder.length) : "")?.groups?.name;
    if (name !== undefined && !IN_LANGUAGE.test(name)) states.set(name, await stateOf(archived, name));
  }
  return { states, whyAbsent: (setting) => gapOf(archived, setting) };
}

const IN_LANGUAGE = /\.(?:ja|en|zh)$/u;

async function stateOf(archived: ArchivedTarget, name: string): Promise<ReadSetting> {
  const answer = await archivedSetting(archived, name);
  const languages: ReadSetting["languages"] = {};
  for (const language of LANGUAGES) {
    const translated = await archivedSetting(archived, `${name}.${language}`);
    const unread = translated === undefined ? whyNoLanguage(archived, `${name}.${language}`) : undefined;
    if (translated !== undefined) languages[language] = { answer: translated, languages: {}, unreadFiles: [] };
    else if (unread) languages[language] = { unread };
  }
  const [digests, unreadFiles] = [new Map<string, string>(), [] as Array<{ file: string; unread: Unread }>];
  for (const { file, pathBegins } of filesNamedIn(name, answer)) {
    const begins = `${archived.facts.folder}/${pathBegins}`;
    const [, entry] = [...archived.entries].find(([path]) => path.startsWith(begins)) ?? [];
    if (entry) digests.set(file.fileKey, entry.sha256);
    else unreadFiles.push({ file: file.name, unread: { reason: "failed" } });
  }
  return { answer: withDigests(answer, digests), languages, unreadFiles };
}

/** Nothing, where the default names stand for those of the language. */
function whyNoLanguage({ facts }: ArchivedTarget, name: string): Unread | undefined {
  const gap = facts.missing.find(({ path }) => path === `${facts.folder}/settings/${name}.json`);
  if (gap) return { reason: gap.code === "NOT_READABLE" ? "not-readable" : "failed" };
  // Names in languages are read of settings that were asked for; the form itself is always there.
  return facts.options.include.includes("settings") ? undefined : { reason: "left-out" };
}

function gapOf({ facts }: ArchivedTarget, setting: string): Unread {
  const path = `${facts.folder}/settings/${setting}.json`;
  const [endpoint] = Object.entries(SWITCHED_OFF).filter(([name]) => setting.startsWith(name));
  const gap = facts.missing.find((each) => each.path === path || each.what === endpoint?.[1]);
  switch (gap?.code) {
    case undefined: {
      const isLeftOut = facts.missing.some(
        ({ code, what }) => code === "EXCLUDED" && (what === "settings" || what === "administration"),
      );
      return { reason: isLeftOut ? "left-out" : "not-archived" };
    }
    case "EXCLUDED":
      return { reason: "left-out" };
    case "NOT_READABLE":
      return { reason: "not-readable" };
    case "NOT_OFFERED_BY_KINTONE":
      return { reason: "not-given" };
    default:
      return { reason: "failed" };
  }
}
