import { BackupError, toBackupError } from "../../domain/errors";
import { lookInto } from "../../domain/settings/answer-part";
import type { AppPlace } from "../../domain/app-workshop";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

/** What a scratch app is called, and what it says of itself, in the language of who drills. */
export interface ScratchWords {
  name: (appName: string) => string;
  description: (appName: string) => string;
}

/** As much as the name of an app may have (cybozu.dev, add-preview-app). */
const MOST_LETTERS = 64;

/**
 * Everything in a scratch app is deleted, so it must be certain that it is one. It is when an earlier drill of this target made it or used it by the
 * history, and it still says of itself that it is the one of this target, and it was made by who drills now: it is nobody else's.
 */
export async function ownScratchApp(
  ids: readonly string[],
  target: AppRef,
  operatorCode: string,
  source: Pick<Source, "readSetting">,
): Promise<AppRef | undefined> {
  for (const appId of ids) {
    if (appId === target.appId) continue;
    const app: AppRef = { appId, ...(target.guestSpaceId && { guestSpaceId: target.guestSpaceId }) };
    const answer = await source.readSetting(app, "app").catch((thrown: unknown) => {
      if (isOutOfReach(toBackupError(thrown))) return undefined;
      throw thrown;
    });
    const { root } = lookInto(answer);
    const description = root.member("description").text() ?? "";
    const isOwn = root.member("creator").member("code").text() === operatorCode;
    if (isOwn && description.includes(markOf(target))) return app;
  }
  return undefined;
}

/**
 * Where the scratch app of a target is: what is in a guest space stays there, among those who may be in it; that of any other app is outside of all spaces.
 */
export const placeOfScratch = ({ guestSpaceId }: AppRef): AppPlace =>
  guestSpaceId === undefined ? {} : { spaceId: guestSpaceId, isGuest: true };

const isOutOfReach = ({ code }: BackupError) => ["APP_NOT_FOUND", "NO_PERMISSION", "WRONG_SPACE"].includes(code);

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
