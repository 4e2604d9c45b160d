import type { AppPlace, AppWorkshop } from "../../domain/app-workshop";
import { lookInto } from "../../domain/settings/answer-part";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

/** What a scratch app is called, and what it says of itself, in the language of who drills. */
export interface ScratchWords {
  name: (appName: string) => string;
  description: (appName: string) => string;
}

/** As much as the name of an app may have (cybozu.dev, add-preview-app). */
const MOST_LETTERS = 64;

interface Looking {
  operatorCode: string;
  /** With which it was made. */
  name: string;
}

/**
 * Everything in a scratch app is deleted, so it must be certain that it is one. It is when an earlier drill of this target made it or used it by the
 * history, and it still says of itself that it is the one of this target, and it was made by who drills now: it is nobody else's. One that was never made live, as the drill
 * was broken off, has nothing that could be deleted: its name is enough, which only its maker is told.
 */
export async function ownScratchApp(
  ids: readonly string[],
  target: AppRef,
  { operatorCode, name }: Looking,
  { source, workshop }: { source: Pick<Source, "readSetting">; workshop: Pick<AppWorkshop, "lookAt"> },
): Promise<(AppRef & { isLive: boolean }) | undefined> {
  for (const appId of ids) {
    if (appId === target.appId) continue;
    const app: AppRef = { appId, ...(target.guestSpaceId && { guestSpaceId: target.guestSpaceId }) };
    const sight = await workshop.lookAt(app);
    if (sight.state === "waiting" && sight.name === name) return { ...app, isLive: false };
    if (sight.state !== "live") continue;
    const { root } = lookInto(await source.readSetting(app, "app"));
    const description = root.member("description").text() ?? "";
    const isOwn = root.member("creator").member("code").text() === operatorCode;
    if (isOwn && description.includes(markOf(target))) return { ...app, isLive: true };
  }
  return undefined;
}

/**
 * Where the scratch app of a target is: what is in a guest space stays there, among those who may be in it; that of any other app is outside of all spaces.
 */
export const placeOfScratch = ({ guestSpaceId }: AppRef): AppPlace =>
  guestSpaceId === undefined ? {} : { spaceId: guestSpaceId, isGuest: true };

/** The settings of a scratch app by which it is known, for people and for the next drill. */
export function scratchIdentity(target: AppRef & { name: string }, words: ScratchWords) {
  const name = [...words.name(target.name)].slice(0, MOST_LETTERS).join("");
  return { name, description: `<div>${escaped(words.description(target.name))}</div><div>${markOf(target)}</div>` };
}

/** Numbers of apps are one series for the whole domain, guest spaces included. */
const markOf = ({ appId }: AppRef) => `[kintone-backup-manager/drill/${appId}]`;

/** A description is rich text (cybozu.dev, update-general-settings). */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
