import { type BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import type { NotComparable } from "../../compare/comparison";
import { type KnownApp, knownSet, type KnownSet } from "./known-set";
import { type LeftBehind, tellLeftBehind } from "./left-behind";
import type { LookupLink } from "./lookup-links";
import { archivedIdOf } from "./set-app";
import { isWhole } from "./set-journal";
import { createSetRestores, type PassEnd } from "./set-restores";
import { type RestoredComments, restoreComments } from "./comments/restore-comments";
import { statusLeft } from "./status/status-left";
import { type RestoredStatuses, restoreStatuses } from "./status/restore-statuses";
import type { SetOrder, SetWorld } from "./set-world";

/** What came of the records of one app of a set. */
export interface SetAppRun {
  /** Its id in the archive, and in kintone. */
  archivedId: string;
  appId: string;
  records?: PassEnd;
  /** Of keys that had to wait for other records. */
  keys?: PassEnd;
  /** Why none are restored any more, where something stands in the way of all. */
  statuses?: RestoredStatuses | { error: BackupError };
  comments?: RestoredComments | { error: BackupError };
  left?: LeftBehind;
}

export interface SetRun {
  /** In the order in which they got their records. */
  apps: readonly SetAppRun[];
  /** Apps of whose records nothing can be restored, by their ids in the archive. */
  without: ReadonlyMap<string, NotComparable>;
  /** Every record of the archive was dealt with; the report of each restore tells how. */
  isWhole: boolean;
  /** Why it ended before its end. */
  stopped?: BackupError;
}

/**
 * Puts the records of an archive's apps into the new apps that were made of them: masters first, each app by a restore of its own in the history; then the keys of
 * lookups that go round in a circle. What one app does not take keeps none of those from their records that do not depend on it. Another attempt with the same journal goes on
 * where this one was.
 *
 * Rejects when the apps cannot be read. Writes nothing when there is no order in which lookups could be filled: then it says which.
 */
export async function restoreRecordsOfSet(
  order: SetOrder,
  world: SetWorld,
): Promise<SetRun | { closed: readonly LookupLink[] }> {
  const set = await knownSet(order.apps, world.source);
  const { apps, order: inOrder } = set;
  if (inOrder.closed.length > 0) return { closed: inOrder.closed };
  const runs = new Map<string, SetAppRun>();
  const restores = createSetRestores(order, set, world);
  try {
    for (const id of inOrder.apps) book(id, { records: await restores.restore("records", id) });
    for (const id of waiting(set)) book(id, { keys: await restores.restore("keys", id) });
    if (order.status) for (const id of added()) book(id, { statuses: await unlessItEnds(() => statusesOf(id)) });
    if (order.comments) for (const id of added()) book(id, { comments: await unlessItEnds(() => commentsOf(id)) });
    for (const [id, app] of apps) book(id, { left: await leftBehind(id, app) });
    return ended();
  } catch (thrown) {
    return { ...ended(), isWhole: false, stopped: toBackupError(thrown) };
  }

  function book(id: string, part: Partial<SetAppRun>): void {
    const appId = apps.get(id)?.app.appId ?? "";
    runs.set(id, { ...(runs.get(id) ?? { archivedId: id, appId }), ...part });
  }

  /** Apps that have all the records that they can have. */
  function added(): string[] {
    return inOrder.apps.filter((id) => isDone(runs.get(id)?.records));
  }

  async function statusesOf(id: string): Promise<RestoredStatuses> {
    const app = appOf(id);
    world.report({ app: app.name, step: "status" });
    return restoreStatuses(app, await restores.newIds(id), world);
  }

  async function commentsOf(id: string): Promise<RestoredComments> {
    const app = appOf(id);
    world.report({ app: app.name, step: "comments" });
    return restoreComments(app, await restores.newIds(id), order.timeZone, world);
  }

  function appOf(id: string): KnownApp {
    const app = apps.get(id);
    if (!app) throw new RangeError(`The set has no app ${id}`);
    return app;
  }

  async function leftBehind(id: string, app: KnownApp): Promise<LeftBehind> {
    const links = set.links.filter(({ from, isByNumber }) => from === id && isByNumber);
    const [numbers, newIds] = [await restores.numbersFor(links), await restores.newIds(id)];
    const setIds = new Set(order.apps.map(archivedIdOf));
    const asked = { ...world, setIds, links, numbers, newIds };
    return tellLeftBehind(
      app,
      order.status ? asked : { ...asked, statusOf: await statusLeft(app.archived, app.forms.archived) },
    );
  }

  function ended(): SetRun {
    const all = [...runs.values()];
    const ends = [...inOrder.apps.map((id) => runs.get(id)?.records), ...waiting(set).map((id) => runs.get(id)?.keys)];
    return {
      ...{ apps: all, without: set.without },
      isWhole: ends.every(isDone),
    };
  }
}

const isDone = (end: PassEnd | undefined): boolean => end !== undefined && "outcome" in end && isWhole(end.outcome);

async function unlessItEnds<Result>(work: () => Promise<Result>): Promise<Result | { error: BackupError }> {
  try {
    return await work();
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { error };
  }
}

/** Apps with lookups whose keys come last, in the order of the apps. */
const waiting = ({ order }: KnownSet): string[] =>
  order.apps.filter((id) => order.later.some(({ from }) => from === id));

/** Whether everything is as in the archive, as far as it was wished: nothing was refused, left out or made another by kintone. */
export const isAsArchived = ({ apps, without }: SetRun): boolean => without.size === 0 && apps.every(isAppAsArchived);

/** The same of one app of a set. */
export function isAppAsArchived({ records, keys, statuses, comments, left }: SetAppRun): boolean {
  const isPlain = (end: PassEnd | undefined) =>
    end === undefined || ("outcome" in end && end.outcome.verdict === "as-planned");
  const isAll = (end: SetAppRun["statuses" | "comments"]) =>
    end === undefined || ("restored" in end && end.notRestored === 0 && !("processLost" in end));
  return (
    [records, keys].every(isPlain) &&
    [statuses, comments].every(isAll) &&
    (left?.lostKeys ?? 0) + (left?.statuses ?? 0) === 0
  );
}
