import type { ArchivedEntry } from "../../archive/reading/open-archive";
import { toBackupError } from "../../domain/errors";
import type { Directory } from "../../domain/directory";
import type { Sink } from "../../domain/sink";
import { appIds, type AppIds } from "./app-ids";
import { createBench, type Bench } from "./making/bench";
import { closedToOthers } from "./making/closed-to-others";
import { makeApps, type Makers } from "./making/make-apps";
import type { LiveWorld } from "./making/make-live";
import type { AppToMake, NewApp, NewApps } from "./new-app";
import { type OldId, oldIdsIn } from "./old-ids/old-ids";
import { gonePeopleOf } from "./people/gone-people";
import { settlePeople } from "./people/settled-people";
import type { RebuildChoices } from "./rebuild-choices";
import type { RebuildJournal } from "./rebuild-journal";
import { recollect } from "./recollection";
import { AFTER_RECORDS, type RebuildProgress, type RebuildStep, STEPS } from "./step";
import { runStep, type StepEnd } from "./steps/run-step";
import type { StepContext } from "./steps/step-context";
import { STEP_WORKS } from "./steps/step-works";
import { toDosOf } from "./to-dos/to-dos-of";
import type { ToDo } from "./to-do";
import type { Told } from "./told";

/** Which apps are made anew, and how. */
export interface RebuildOrder {
  /** Lower-case letters and digits; the same for every attempt. */
  rebuildId: string;
  /** Those that others take from come first. */
  apps: readonly AppToMake[];
  choices: RebuildChoices;
}

/** What making apps anew needs of the world. */
export interface RebuildWorld extends LiveWorld, Pick<Makers, "newestApp"> {
  journal: RebuildJournal;
  directory: Directory;
  sink: Pick<Sink, "upload">;
  blobOf: (entry: ArchivedEntry) => Promise<Blob>;
  /** Puts the records in, between the form and the permissions. A later attempt calls it again. */
  records: (apps: NewApps, ids: AppIds) => Promise<void>;
  report: (progress: RebuildProgress) => void;
}

/** What came of it. Whatever an app lacks is told. */
export interface Rebuilt {
  apps: NewApps;
  told: readonly Told[];
  toDos: readonly ToDo[];
  /** Where settings and scripts name apps by ids that are not theirs any more. */
  oldIds: readonly OldId[];
}

/**
 * Makes apps of an archive anew: all are made empty, so that they may name each other in cycles, then get their form, what is around it, their
 * records, and last who hears of what and who may do what. What kintone refuses is left out and told. With the journal of an earlier attempt it goes on with
 * the same apps. Rejects with a `BackupError` when it cannot go on; another attempt can.
 */
export async function rebuildApps(order: RebuildOrder, world: RebuildWorld): Promise<Rebuilt> {
  const { journal, report } = world;
  const before = await recollect(journal);
  const end: StepEnd = { told: [...before.told], toDos: [...before.toDos] };
  const people = settlePeople(await gonePeopleOf(order.apps, world.directory), order.choices.replaced);

  const apps = await made();
  const ids = appIds(apps, order.choices.apps);
  const benches = [...apps.values()].map((app) => createBench(app, world, before.isResumed));
  if (!before.done.has("making")) await emptyAppsLive();
  for (const step of STEPS) if (step !== "making" && !AFTER_RECORDS.has(step)) await take(step, benches);
  if (!before.done.has("notifications")) {
    report({ step: "records" });
    await world.records(apps, ids);
    // The process of an app may have given way for its records, and come back: its settings have another revision.
    for (const bench of benches) bench.forget();
  }
  await take("notifications", benches);
  await take("permissions", benches);
  for (const bench of benches) await takeAppPermissions(bench);

  const oldIds: OldId[] = [];
  for (const { archived } of apps.values()) for await (const hit of oldIdsIn(archived, ids)) oldIds.push(hit);
  for (const app of apps.values()) end.toDos.push(...(await toDosOf(app, oldIds)));
  return { apps, oldIds, told: end.told, toDos: end.toDos };

  async function made(): Promise<NewApps> {
    const all = new Map<string, NewApp>();
    report({ step: "making", apps: { done: 0, total: order.apps.length } });
    for await (const app of makeApps(order.apps, { rebuildId: order.rebuildId, before }, { ...world, journal })) {
      all.set(app.archived.facts.folder, app);
      report({ step: "making", apps: { done: all.size, total: order.apps.length } });
    }
    return all;
  }

  async function emptyAppsLive(): Promise<void> {
    const closed = await runStep("making", closedToOthers, benches, contextOf, stepWorld("making", benches));
    await book("making", closed);
  }

  async function take(step: Exclude<RebuildStep, "making">, which: readonly Bench[]): Promise<void> {
    if (before.done.has(step)) return;
    await book(step, await runStep(step, STEP_WORKS[step], which, contextOf, stepWorld(step, which)));
  }

  /** One by one: whose permissions are live may not be open to us any more, and cannot be asked about. */
  async function takeAppPermissions(bench: Bench): Promise<void> {
    const { folder } = bench.made.archived.facts;
    if (before.finished.has(folder)) return;
    if (before.closing.has(folder) && (await isOutOfReach(bench))) return;
    const step = "app-permissions";
    const ended = await runStep(step, STEP_WORKS[step], [bench], contextOf, stepWorld(step, [bench])).catch(
      async (thrown: unknown): Promise<StepEnd> => {
        if (!(await isOutOfReach(bench))) throw thrown;
        return { told: [], toDos: [] };
      },
    );
    end.told.push(...ended.told);
    end.toDos.push(...ended.toDos);
    await journal.note({ kind: "finished", folder, ...ended });
  }

  /** Its own permissions are live, and do not let us manage it. */
  async function isOutOfReach(bench: Bench): Promise<boolean> {
    return bench.read("app/acl").then(
      () => false,
      (thrown: unknown) => {
        const error = toBackupError(thrown);
        if (error.code !== "NO_PERMISSION") throw error;
        return true;
      },
    );
  }

  async function book(step: RebuildStep, { told: all, toDos }: StepEnd): Promise<void> {
    // A later step may find what an earlier one told.
    const told = all.filter((one) => !end.told.some((earlier) => isSame(earlier, one)));
    end.told.push(...told);
    end.toDos.push(...toDos);
    await journal.note({ kind: "done", step, told, toDos });
  }

  function stepWorld(step: RebuildStep, which: readonly Bench[]) {
    return { ...world, report: (done: number) => report({ step, apps: { done, total: which.length } }) };
  }

  function contextOf({ made: { archived, app } }: Bench, { told, toDos }: StepEnd, step: RebuildStep): StepContext {
    const { folder } = archived.facts;
    const isOpen = ![...end.toDos, ...toDos].some((toDo) => toDo.folder === folder && toDo.what === "permissions");
    return {
      ...{ ids, people, isOpen },
      async upload(entry, { name, contentType }) {
        const data = await world.blobOf(entry);
        return world.sink.upload(app, { name, data: data.slice(0, data.size, contentType) });
      },
      tell(remark) {
        told.push({ folder, step, ...remark });
      },
      toDo(what) {
        toDos.push({ folder, ...what });
      },
      closing: () => journal.note({ kind: "closing", folder }),
    };
  }
}

/** In whichever step. */
const isSame = (one: Told, other: Told) =>
  JSON.stringify({ ...one, step: "" }) === JSON.stringify({ ...other, step: "" });
