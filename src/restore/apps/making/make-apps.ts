import { toBackupError } from "../../../domain/errors";
import type { AppPlace, AppWorkshop } from "../../../domain/app-workshop";
import type { AppRef } from "../../../domain/target";
import type { AppToMake, NewApp } from "../new-app";
import type { RebuildJournal } from "../rebuild-journal";
import { isLost } from "./bench";
import { lostApp } from "./lost-app";
import { hasMark, markOf, withMark } from "./mark";

export interface Makers {
  workshop: AppWorkshop;
  journal: RebuildJournal;
  pause: (seconds: number) => Promise<void>;
  /** The greatest id of an app that can be seen. */
  newestApp: () => Promise<string>;
}

/** What earlier attempts noted: apps that were made, and one whose answer nobody heard. */
export interface MadeBefore {
  made: ReadonlyMap<string, AppRef>;
  unanswered?: { folder: string; mark: string; after: string };
}

/** kintone may still be at work on what nobody heard the answer of. */
const SECONDS_BEFORE_LOOKING = 5;

/**
 * Makes the apps, one after the other, each under a name with a mark that no other app has: one whose answer was lost is found again by it. Each is noted before kintone
 * hears of it.
 *
 * @param rebuildId of which the marks are made
 */
export async function* makeApps(
  apps: readonly AppToMake[],
  { rebuildId, before }: { rebuildId: string; before: MadeBefore },
  makers: Makers,
): AsyncGenerator<NewApp> {
  const { workshop, journal, pause } = makers;
  let newest = newestOf([...before.made.values()].map(({ appId }) => appId));
  for (const [at, app] of apps.entries()) {
    const { folder } = app.archived.facts;
    const earlier = before.made.get(folder);
    const made = earlier ?? (await make(app, folder, markOf(rebuildId, at)));
    newest = newestOf([made.appId, ...(newest === undefined ? [] : [newest])]);
    yield { ...app, app: made };
  }

  async function make(app: AppToMake, folder: string, mark: string): Promise<AppRef> {
    const { unanswered } = before;
    const found = unanswered?.folder === folder ? await lost(unanswered, app.place) : undefined;
    const ref = found ?? (await makeOrFind(app, folder, mark));
    await journal.note({ kind: "made", folder, app: ref });
    return ref;
  }

  function lost({ mark, after }: { mark: string; after: string }, place: AppPlace): Promise<AppRef | undefined> {
    return lostApp({ after, isIts: (name) => hasMark(name, mark) }, place, workshop);
  }

  async function makeOrFind({ name, place }: AppToMake, folder: string, mark: string): Promise<AppRef> {
    const after = newest ?? (await makers.newestApp());
    await journal.note({ kind: "making", folder, mark, after });
    try {
      return await workshop.make(withMark(name, mark), place);
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (!isLost(error)) throw error;
      await pause(SECONDS_BEFORE_LOOKING);
      const found = await lost({ mark, after }, place);
      if (!found) throw error;
      return found;
    }
  }
}

function newestOf(ids: readonly string[]): string | undefined {
  return ids.reduce<string | undefined>(
    (newest, id) => (newest === undefined || Number(id) > Number(newest) ? id : newest),
    undefined,
  );
}
