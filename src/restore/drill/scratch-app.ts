import type { AppPlace } from "../../domain/app-workshop";
import type { AppRef } from "../../domain/target";

/** What a scratch app is called, and what it says of itself, in the language of who drills. */
export interface ScratchWords {
  name: (appName: string) => string;
  description: (appName: string) => string;
}

/** As much as the name of an app may have (cybozu.dev, add-preview-app). */
const MOST_LETTERS = 64;

/** The settings of a scratch app by which it is known, for people and for the next drill. */
export function scratchIdentity(target: AppRef & { name: string }, words: ScratchWords) {
  const name = [...words.name(target.name)].slice(0, MOST_LETTERS).join("");
  return { name, description: `<div>${escaped(words.description(target.name))}</div><div>${markOf(target)}</div>` };
}

/** Whether an app says of itself that it is a scratch app of this target. */
export const isMarkedFor = (target: AppRef, description: string): boolean => description.includes(markOf(target));

/** In its name until it has its own, by which an app is found of which nobody heard. */
export const makingMark = ({ appId }: AppRef): string => `kintone-backup-manager-drill-${appId}`;

/** Where the scratch app of a target is: what is in a guest space stays there, among those who may be in it; that of any other app is outside of all spaces. */
export const placeOfScratch = ({ guestSpaceId }: AppRef): AppPlace =>
  guestSpaceId === undefined ? {} : { spaceId: guestSpaceId, isGuest: true };

/** Numbers of apps are one series for the whole domain, guest spaces included. */
const markOf = ({ appId }: AppRef) => `[kintone-backup-manager/drill/${appId}]`;

/** A description is rich text (cybozu.dev, update-general-settings). */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
