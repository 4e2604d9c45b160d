import { BackupError, endsTheRun, toBackupError } from "../../../../domain/errors";
import { ASSIGNED_PER_BATCH, type Written } from "../../../../domain/sink";
import { versionOf } from "../../../../records/record-version";
import { toldError } from "../../../compare/difference-lines";
import { createBench } from "../../making/bench";
import { ended, makeLive } from "../../making/make-live";
import type { KnownApp } from "../known-set";
import { archivedIdOf } from "../set-app";
import { recollectSet } from "../set-journal";
import type { SetWorld } from "../set-world";
import { type ArchivedStatus, archivedStatuses, statusReading } from "./archived-statuses";
import { actionInto, isLent, lentProcess, type Process, processOf, statusesOf } from "./process";
import { writeAll } from "./write-all";

/** How many records have their status and their assignees again. */
export interface RestoredStatuses {
  restored: number;
  notRestored: number;
  /** The process of the new app is not the one that it should be: why kintone did not take it back. */
  processLost?: BackupError;
}

/** How often something is sent whose answer is lost, and how long kintone has time for it. */
const ROUNDS = 3;
const SECONDS_BETWEEN = 30;

/**
 * Gives the records of a new app the status that they had, and their assignees. As only actions move a record, the app's process gives way for the time being to one
 * with an action from the first status into each other; then it comes back, and records are assigned. What is there already is not done again, so it
 * goes on at any point. Whether records keep their status when another process with the same statuses comes is UNCONFIRMED(state-after-process): each is
 * looked at in the end, and what is told is what was found.
 */
export async function restoreStatuses(
  app: KnownApp,
  newIds: ReadonlyMap<string, string>,
  world: SetWorld,
): Promise<RestoredStatuses> {
  const { journal, workshop, source, sink, pause, signal } = world;
  const id = archivedIdOf(app);
  const lent = (await recollectSet(journal)).lentProcess(id);
  const bench = createBench(app, world, true);
  // kintone takes no settings while it makes those live that an earlier attempt sent.
  if (lent) await ended([bench], world);
  const live = processOf(await workshop.settings(app.app).read("app/status", "live"));
  const own = lent ?? live;
  const statuses = statusesOf(own);
  const [first] = statuses;
  const reading = statusReading(app.forms.archived, app.decided?.replaced?.users);
  const present = statusReading(app.forms.present);
  const refused = new Map<string, BackupError>();
  /** By this attempt. */
  let isOpen = false;
  const end: RestoredStatuses = { restored: 0, notRestored: 0 };

  if (statuses.length > 0) {
    try {
      await move();
      if (lent || isOpen) await giveBack();
      await assign();
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      // Whatever was in the way: the process of the app must be its own again.
      if ((await recollectSet(journal)).lentProcess(id)) await giveBack();
      throw error;
    }
  }
  for await (const batch of all()) await tellOf(batch);
  return end;

  function all() {
    return archivedStatuses(app, reading, first, newIds);
  }

  async function move(): Promise<void> {
    for await (const batch of all()) {
      await untilHeard(async (heard) => {
        const now = await presentOf(batch);
        const moves = batch.flatMap(({ newId = "", status }) => {
          const record = now.get(newId);
          const isToMove = record?.status === first && status !== first && statuses.includes(status);
          return record && isToMove ? [{ ...record.version, action: actionInto(status, statuses) }] : [];
        });
        if (moves.length > 0) await lend();
        await writeAll(moves, (some) => heard(sink.proceed(app.app, some)), refused);
      });
    }
  }

  async function assign(): Promise<void> {
    for await (const batch of all()) {
      await untilHeard(async (heard) => {
        const now = await presentOf(batch);
        const assignments = batch.flatMap(({ newId = "", status, assignees }) => {
          const record = now.get(newId);
          const isOther = record?.status === status && !isSame(record.assignees, assignees);
          return record && isOther ? [{ ...record.version, assignees }] : [];
        });
        for (let at = 0; at < assignments.length; at += ASSIGNED_PER_BATCH) {
          const some = assignments.slice(at, at + ASSIGNED_PER_BATCH);
          await writeAll(some, (each) => heard(sink.assign(app.app, each)), refused);
        }
      });
    }
  }

  /** What is not there after a lost answer is sent again, when kintone had time enough for it. */
  async function untilHeard(work: (heard: (sent: Promise<Written>) => Promise<Written>) => Promise<void>) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      signal.throwIfAborted();
      let isLost = false;
      await work(async (sent) => {
        const written = await sent;
        isLost ||= written.outcome === "unknown";
        return written;
      });
      if (!isLost) return;
      await pause(SECONDS_BETWEEN);
    }
  }

  async function lend(): Promise<void> {
    if (isOpen) return;
    isOpen = true;
    if (!lent) await journal.note({ kind: "process-lent", app: id, process: own });
    const failure = isLent(live) ? undefined : await replaceBy(lentProcess(statuses));
    if (failure) throw failure;
  }

  async function giveBack(): Promise<void> {
    const failure = await replaceBy(own);
    if (failure) end.processLost = failure;
    else await journal.note({ kind: "process-back", app: id });
  }

  /** Resolves to why it is not live. */
  async function replaceBy(process: Process): Promise<BackupError | undefined> {
    await bench.change({ method: "PUT", setting: "app/status", body: process });
    const [failed] = await makeLive([bench], world);
    if (!failed) return undefined;
    const facts = { app: app.app.appId, settings: ["app/status"] };
    return failed.error ?? new BackupError("REFUSED", "kintone did not make the process live", { facts });
  }

  /** By their ids in the new app. */
  async function presentOf(batch: readonly ArchivedStatus[]) {
    const ids = batch.flatMap(({ newId }) => newId ?? []);
    const found = ids.length > 0 ? await source.readRecordsById(app.app, { query: "", ids }) : [];
    return new Map(
      found.map((record) => {
        const version = versionOf(record);
        return [version.id, { version, ...(present.of(record) ?? { status: "", assignees: [] }) }];
      }),
    );
  }

  async function tellOf(batch: readonly ArchivedStatus[]): Promise<void> {
    const now = await presentOf(batch);
    for (const { id: record, newId, status, assignees } of batch) {
      const about = { kind: "status", app: id, id: record, ...(newId !== undefined && { newId }), status } as const;
      const found = newId === undefined ? undefined : now.get(newId);
      if (found?.status === status && isSame(found.assignees, assignees)) {
        end.restored += 1;
        await world.tell({ ...about, outcome: "restored" });
        continue;
      }
      end.notRestored += 1;
      const error = newId === undefined ? undefined : refused.get(newId);
      const why = found ? whyNot(status, error) : "not-added";
      await world.tell({ ...about, outcome: "not-restored", why, ...(error && { error: toldError(error) }) });
    }
  }

  function whyNot(status: string, error: BackupError | undefined) {
    if (statuses.length === 0) return "no-process" as const;
    if (!statuses.includes(status)) return "no-status" as const;
    return error ? ("refused" as const) : ("otherwise" as const);
  }
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));
