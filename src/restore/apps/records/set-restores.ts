import { type BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import { toldError } from "../../compare/difference-lines";
import type { RecordNumbers } from "../../plan/record-numbers";
import { runRestore } from "../../run-restore";
import { choicesOfPass } from "./choices-of-pass";
import type { KnownApp, KnownSet } from "./known-set";
import type { LookupLink } from "./lookup-links";
import { isWhole, recollectSet, type RestorePass, type ToldOutcome } from "./set-journal";
import type { SetOrder, SetWorld } from "./set-world";

/** What a restore of one app came to: its outcome, why it was not even begun, or whose records are to be there before. */
export type PassEnd = { outcome: ToldOutcome; stopped?: BackupError } | { error: BackupError } | { waitsFor: string };

const NEW_APP = { by: "nothing" } as const;

/** The restores of a set, each by itself in the history. What an earlier attempt did is not done again. */
export function createSetRestores({ asked, status }: SetOrder, { apps, links, order }: KnownSet, world: SetWorld) {
  const { journal, restores, clock } = world;
  const ends = new Map<string, PassEnd>();

  /** Ids of the archive, and those that an app's records have now. */
  function newIds(id: string): Promise<ReadonlyMap<string, string>> {
    const app = apps.get(id)?.app;
    return app ? restores.putBack({ archivedAppId: id, app }) : Promise.resolve(new Map());
  }

  const laterOf = (id: string) => order.later.filter(({ from }) => from === id);

  /** Whose records have to be there. */
  function mastersOf(pass: RestorePass, id: string): string[] {
    const own = links.filter((link) => link.from === id && (pass === "keys" || !order.later.includes(link)));
    return [...(pass === "keys" ? [id] : []), ...own.map(({ into }) => into)];
  }

  const isThere = (id: string) => {
    const end = ends.get(`records ${id}`);
    return end !== undefined && "outcome" in end && isWhole(end.outcome);
  };

  async function numbersFor(used: readonly LookupLink[]): Promise<RecordNumbers> {
    const numbers = new Map<string, ReadonlyMap<string, string>>();
    for (const { field, into, isByNumber } of used) if (isByNumber) numbers.set(field, await newIds(into));
    return numbers;
  }

  async function restored(pass: RestorePass, id: string, app: KnownApp): Promise<PassEnd> {
    const earlierEnd = (await recollectSet(journal)).restored(pass, id);
    if (earlierEnd && isWhole(earlierEnd)) return { outcome: earlierEnd };
    const waitsFor = mastersOf(pass, id).find((master) => !isThere(master));
    if (waitsFor !== undefined) return { waitsFor };
    const room = await world.room(pass, app);
    const { earlier } = room;
    const choices = earlier?.choices ?? choicesOfPass(pass, app, { later: laterOf(id), status });
    const about = { choices, matching: NEW_APP };
    const startedAt = clock.now();
    const start = {
      ...asked,
      ...{ restoreId: earlier?.start.restoreId ?? world.newRestoreId(startedAt), startedAt },
      ...{ archive: { ...asked.archive, appId: id }, app: { ...app.app, name: app.name } },
    };
    const left = pass === "records" ? laterOf(id) : [];
    const numbers = await numbersFor(links.filter((link) => link.from === id && !left.includes(link)));
    const run = await runRestore(
      earlier?.start ?? start,
      { ...app, choices, numbers, ...(earlier && { earlier }) },
      {
        ...world,
        ...{ journal: room.journal, blobOf: room.blobOf, openReport: room.openReport },
        keep: (kept) => room.keep(kept, about),
        planText: (plan) => world.planText(start, about, plan),
        // There is nothing in a new app that could be lost.
        secureApp: async () => undefined,
        report: ({ phase, records, lookedFor }) =>
          world.report({ app: app.name, step: pass, phase, ...(records && { records }), lookedFor }),
      },
    );
    if ("refused" in run) throw new RangeError("Nothing is ever deleted");
    const { restoreId, verdict, counts, notReached } = run.outcome;
    const outcome = { restoreId, verdict, counts, notReached };
    // As long as the history does not tell of it, another attempt goes on with the same.
    if (run.unrecorded) return { error: run.unrecorded };
    await journal.note({ kind: "restored", pass, app: id, outcome });
    await room.clear();
    const { stopped } = run.outcome;
    if (stopped && endsTheRun(stopped)) throw stopped;
    return { outcome, ...(stopped && { stopped }) };
  }

  return {
    newIds,
    numbersFor,
    /** Rejects only with what would end every other one, too. */
    async restore(pass: RestorePass, id: string): Promise<PassEnd> {
      const app = apps.get(id);
      if (!app) throw new RangeError(`The set has no app ${id}`);
      const end = await restored(pass, id, app).catch((thrown: unknown): PassEnd => {
        const error = toBackupError(thrown);
        if (endsTheRun(error)) throw error;
        return { error };
      });
      ends.set(`${pass} ${id}`, end);
      const about = { pass, app: id, newApp: app.app.appId };
      if ("outcome" in end) await world.tell({ kind: "restored", ...about, outcome: end.outcome });
      else {
        const why = "error" in end ? { error: toldError(end.error) } : end;
        await world.tell({ kind: "not-restored", ...about, ...why });
      }
      return end;
    },
  };
}
