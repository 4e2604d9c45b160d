import type { AppWorkshop } from "../../domain/app-workshop";
import type { EarlierDrill } from "../../domain/drills";
import { BackupError, toBackupError } from "../../domain/errors";
import { lookInto } from "../../domain/settings/answer-part";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { lostApp } from "../apps/making/lost-app";
import { hasMark } from "../apps/making/mark";
import { isMarkedFor, makingMark, placeOfScratch } from "./scratch-app";

export interface ScratchSearch {
  source: Pick<Source, "readSetting">;
  workshop: Pick<AppWorkshop, "lookAt">;
  /** The greatest id of an app that can be seen: of all, or of those that were there at a moment. */
  newestApp: (at?: Date) => Promise<string>;
}

/** The app of an earlier drill; one that `waits` was never made live, so nothing is in it. */
export interface FoundScratchApp {
  app: AppRef;
  waits: boolean;
}

/**
 * Everything in a scratch app is deleted, so it must be certain that it is one. It is when an earlier drill of this target made it or used it by the
 * history, and it still says of itself that it is the one of this target, and it was made by who drills now: it is nobody else's. A drill that was broken off may have made one
 * that was never live, or of which nobody heard: that is used as well, so that none is left behind.
 */
export async function ownScratchApp(
  target: AppRef,
  { earlier, operatorCode }: { earlier: readonly EarlierDrill[]; operatorCode: string },
  search: ScratchSearch,
): Promise<FoundScratchApp | undefined> {
  const own = earlier.filter((drill) => drill.operatorCode === operatorCode);
  const app = await liveApp(target, { ids: idsOf(earlier), operatorCode }, search.source);
  if (app) return { app, waits: false };
  const waiting = (await waitingApp(target, idsOf(own), search)) ?? (await unheardApp(target, own, search));
  return waiting && { app: waiting, waits: true };
}

async function liveApp(
  target: AppRef,
  { ids, operatorCode }: { ids: readonly string[]; operatorCode: string },
  source: ScratchSearch["source"],
): Promise<AppRef | undefined> {
  for (const appId of ids) {
    if (appId === target.appId) continue;
    const app = besides(target, appId);
    const answer = await source.readSetting(app, "app").catch((thrown: unknown) => {
      if (isOutOfReach(toBackupError(thrown))) return undefined;
      throw thrown;
    });
    const { root } = lookInto(answer);
    const isOwn = root.member("creator").member("code").text() === operatorCode;
    if (isOwn && isMarkedFor(target, root.member("description").text() ?? "")) return app;
  }
  return undefined;
}

/** Made by who drills now, by the history, and not live yet. */
async function waitingApp(
  target: AppRef,
  ids: readonly string[],
  { workshop }: Pick<ScratchSearch, "workshop">,
): Promise<AppRef | undefined> {
  for (const appId of ids) {
    const app = besides(target, appId);
    if (appId !== target.appId && (await workshop.lookAt(app)).state === "waiting") return app;
  }
  return undefined;
}

/** A clock that is ahead must not hide an app. */
const CLOCKS_DIFFER_MS = 60 * 60 * 1000;
/** A domain has no more new apps between a drill that was broken off and the next one, as a rule; what is beyond is not worth the requests. */
const MOST_TRIED = 300;

/** Made by a drill of the same user that never told of its app. */
async function unheardApp(
  target: AppRef,
  own: readonly EarlierDrill[],
  { workshop, newestApp }: Omit<ScratchSearch, "source">,
): Promise<AppRef | undefined> {
  const silent = own.filter(({ scratchAppId }) => scratchAppId === undefined);
  if (silent.length === 0) return undefined;
  const since = Math.min(...silent.map(({ startedAt }) => startedAt.getTime()));
  const mark = makingMark(target);
  const after = await newestApp(new Date(since - CLOCKS_DIFFER_MS));
  const found = await lostApp(
    { after, isIts: (name) => hasMark(name, mark) },
    placeOfScratch(target),
    workshop,
    MOST_TRIED,
  );
  return found && (await workshop.lookAt(found)).state === "waiting" ? found : undefined;
}

const besides = ({ guestSpaceId }: AppRef, appId: string): AppRef => ({ appId, ...(guestSpaceId && { guestSpaceId }) });

const idsOf = (drills: readonly EarlierDrill[]) => [
  ...new Set(drills.flatMap(({ scratchAppId }) => (scratchAppId === undefined ? [] : [scratchAppId]))),
];

const isOutOfReach = ({ code }: BackupError) => ["APP_NOT_FOUND", "NO_PERMISSION", "WRONG_SPACE"].includes(code);
