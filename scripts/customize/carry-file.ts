import type { SettingName } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";
import {
  type Customization,
  type CustomizationEntry,
  MOST_FILES,
  type WantedEntry,
  readCustomization,
} from "./customization";
import type { CustomizationDesk } from "./customization-desk";
import { type StatusFile, isOurs } from "./status-file";
import { waitingChanges } from "./waiting-changes";

export interface Carrying {
  /** Signed in with a password, as a kintone system administrator. */
  connection: Connection;
  desk: CustomizationDesk;
  file: StatusFile;
  /** Takes the file out instead. */
  remove: boolean;
}

/** What came of it. With any but the first three, nothing was changed. */
export type CarryEnd =
  | { kind: "put" | "removed" | "unchanged"; scope: Customization["scope"] }
  | { kind: "full" }
  | { kind: "waiting"; settings: SettingName[] };

/**
 * Makes an app carry the file, once and in this version, or no more. Everything else that customizes the app stays as it is,
 * in its order and for whom it was. A second time it changes nothing. Rejects with a `BackupError`, or as the desk does.
 */
export async function carryFile(app: AppRef, carrying: Carrying): Promise<CarryEnd> {
  const { connection, desk, file, remove } = carrying;
  const preview = await readCustomization(connection, app, "preview");
  const live = await readCustomization(connection, app, "live");
  const { scope, desktop } = preview;
  const isLive = preview.revision === live.revision;
  // That keys of the preview download too is not documented, so those of the same files that are live are taken if they are.
  const present = await ourTexts(preview, isLive ? live : preview, carrying);
  const running = isLive ? present : await ourTexts(live, live, carrying);
  if (isAsWanted(present, carrying) && isAsWanted(running, carrying)) return { kind: "unchanged", scope };

  // Putting the file live puts everything live that waits.
  const settings = isLive ? [] : await waitingChanges(connection, app, file.name);
  if (settings.length > 0) return { kind: "waiting", settings };

  const old = new Set(present.keys());
  const isFull = desktop.js.length - old.size + desktop.css.length >= MOST_FILES;
  if (isFull && !remove) return { kind: "full" };
  const js = withOurs(desktop.js, old, remove ? undefined : await desk.upload(file));
  await desk.putLive({ ...preview, desktop: { ...desktop, js } });
  return { kind: remove ? "removed" : "put", scope };
}

/** The place of the old one is that of the new one. */
function withOurs(
  entries: readonly CustomizationEntry[],
  old: ReadonlySet<CustomizationEntry>,
  ours: WantedEntry | undefined,
): WantedEntry[] {
  const others: WantedEntry[] = entries.filter((entry) => !old.has(entry));
  if (!ours) return others;
  const place = entries.findIndex((entry) => old.has(entry));
  return others.toSpliced(place < 0 ? others.length : place, 0, ours);
}

type Texts = ReadonlyMap<CustomizationEntry, string>;

function isAsWanted(texts: Texts, { file, remove }: Carrying): boolean {
  return remove ? texts.size === 0 : texts.size === 1 && [...texts.values()][0] === file.text;
}

/**
 * Of the files with our name, those that we made.
 *
 * @param keys the same files in the same order, with keys that download
 */
async function ourTexts(of: Customization, keys: Customization, { desk, file }: Carrying): Promise<Texts> {
  const texts = new Map<CustomizationEntry, string>();
  for (const [index, entry] of of.desktop.js.entries()) {
    const source = keys.desktop.js[index];
    if (entry.type !== "FILE" || source?.type !== "FILE" || entry.file.name !== file.name) continue;
    const text = await desk.download(source.file.fileKey);
    if (isOurs(text)) texts.set(entry, text);
  }
  return texts;
}
