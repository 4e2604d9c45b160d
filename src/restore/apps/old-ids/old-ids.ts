import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { ArchivedEntry, ArchivedTarget } from "../../../archive/reading/open-archive";
import { readChunks } from "../../../archive/zip/read-chunks";
import type { SettingName } from "../../../domain/source";
import type { AppIds } from "../app-ids";

/** A place that names an app by an id that is not its own any more. Nobody rewrites it: what it means, only people can tell. */
export interface OldId {
  folder: string;
  appId: string;
  /** A file of the archive, or a setting with the way to the text in it. */
  where: { file: string } | { setting: SettingName; way: string };
  /** From 1. */
  line: number;
  /** The line, or what there is around the id. */
  text: string;
}

/** Texts that people write. What names apps by a member of its own is mapped, and not looked for. */
const TEXTS: readonly SettingName[] = [
  ...(["app/settings", "app/form/fields", "app/form/layout", "app/views", "app/adminNotes"] as const),
  ...(["app/notifications/perRecord", "app/notifications/reminder"] as const),
];
/** What they call the app itself. */
const NOT_TEXTS: ReadonlySet<string> = new Set(["relatedApp", "revision", "id"]);
/** A longer script is none that somebody reads. */
const LONGEST_FILE = 8 * 1024 ** 2;
const LONGEST_TEXT = 200;

/** A link to an app or its records, and the ways in which scripts name one: `app: 12`, `appId = "12"`. */
const NAMED = /\/k\/(?:guest\/\d+\/|m\/)?(\d+)\b|\bapp(?:_?id)?["']?\s*[:=]\s*["'`]?(\d+)\b|[?&]app=(\d+)\b/giu;

/** Every place of an app's settings and scripts that names one of the apps that were made anew. */
export async function* oldIdsIn(archived: ArchivedTarget, { old }: AppIds): AsyncGenerator<OldId> {
  const { facts, entries } = archived;
  const { folder } = facts;
  for (const setting of TEXTS) {
    for (const { way, text } of textsIn(await archivedSetting(archived, setting))) {
      for (const hit of hitsIn(text, old)) yield { folder, where: { setting, way }, ...hit };
    }
  }
  for (const [path, entry] of entries) {
    if (entry.kind !== "customize" || entry.size > LONGEST_FILE) continue;
    const file = path.slice(folder.length + 1);
    for (const hit of hitsIn(await textOf(entry), old)) yield { folder, where: { file }, ...hit };
  }
}

/** Each of a line's ids once. */
export function* hitsIn(text: string, old: ReadonlySet<string>): Generator<Pick<OldId, "appId" | "line" | "text">> {
  for (const [at, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const found = new Map<string, number>();
    for (const match of line.matchAll(NAMED)) {
      const appId = match[1] ?? match[2] ?? match[3];
      if (appId !== undefined && old.has(appId) && !found.has(appId)) found.set(appId, match.index);
    }
    for (const [appId, index] of found) yield { appId, line: at + 1, text: around(line, index) };
  }
}

function around(line: string, index: number): string {
  if (line.length <= LONGEST_TEXT) return line.trim();
  const from = Math.max(0, index - LONGEST_TEXT / 2);
  return line.slice(from, from + LONGEST_TEXT);
}

function* textsIn(value: unknown, way = "$"): Generator<{ way: string; text: string }> {
  if (typeof value === "string") yield { way, text: value };
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (NOT_TEXTS.has(name)) continue;
    yield* textsIn(member, Array.isArray(value) ? `${way}[${name}]` : `${way}.${name}`);
  }
}

async function textOf(entry: ArchivedEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  await readChunks(entry, {}, (chunk) => (text += decoder.decode(chunk, { stream: true })));
  return text + decoder.decode();
}
