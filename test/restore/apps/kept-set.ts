import { BackupError } from "../../../src/domain/errors";
import type { RestoreOutcome } from "../../../src/domain/restore-outcome";
import type { Restores } from "../../../src/domain/restores";
import type { SetLine } from "../../../src/restore/apps/records/set-journal";
import type { SetReportLine } from "../../../src/restore/apps/records/set-report-line";
import type { RestoreRoom, SetWorld } from "../../../src/restore/apps/records/set-world";
import type { RestoreReportLine } from "../../../src/restore/report/report-line";
import { blobOf } from "../archived-app";
import { memoryJournal } from "../write/restore";

/** What is kept of a set when its process ends, and what kintone's history knows. */
export interface KeptSet {
  lines: SetLine[];
  rooms: Map<string, { journal: ReturnType<typeof memoryJournal>; earlier?: RestoreRoom["earlier"] }>;
  outcomes: RestoreOutcome[];
  ids: Map<string, Map<string, string>>;
  /** The restore that is under way, as far as the history knows. */
  lock?: string;
}

export const nothingKept = (): KeptSet => ({ lines: [], rooms: new Map(), outcomes: [], ids: new Map() });

/** Steps that may be the last ones of a process. */
export type Step = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const lives: Step = (work) => work();

/** What a set needs of the world beside kintone: in memory, and kept from one attempt to the next. */
export function keptWorld(
  access: Pick<SetWorld, "source" | "sink" | "workshop" | "requestsAllowed" | "requests" | "pause" | "signal">,
  kept: KeptSet,
  step: Step,
) {
  /** By pass and name of the app; of this attempt. */
  const reports = new Map<string, RestoreReportLine[]>();
  const told: SetReportLine[] = [];
  const world: SetWorld = {
    ...access,
    report: () => undefined,
    clock: { now: () => new Date("2026-11-23T03:01:00Z") },
    restores: restoresIn(kept, step),
    journal: {
      async *lines() {
        yield* [...kept.lines];
      },
      note: (line) => step(async () => void kept.lines.push(structuredClone(line))),
    },
    async room(pass, { name }) {
      const key = `${pass} ${name}`;
      const room = kept.rooms.get(key) ?? { journal: memoryJournal() };
      kept.rooms.set(key, room);
      return {
        ...(room.earlier && { earlier: room.earlier }),
        blobOf,
        journal: { lines: room.journal.lines, note: (line) => step(() => room.journal.note(line)) },
        keep: (made, about) => step(async () => void (room.earlier = structuredClone({ ...made, ...about }))),
        clear: () => step(async () => void kept.rooms.delete(key)),
        async openReport() {
          const lines: RestoreReportLine[] = [];
          reports.set(key, lines);
          return {
            tell: async (line) => void lines.push(line),
            texts: () => lines.map((line) => JSON.stringify(line)),
          };
        },
      };
    },
    newRestoreId: () => `R-${kept.outcomes.length}-${Math.random()}`,
    planText: (_start, about, plan) => JSON.stringify({ about, plan }),
    tell: async (line) => void told.push(line),
  };
  return { world, reports, told };
}

function restoresIn(kept: KeptSet, step: Step): Restores {
  return {
    begin: ({ restoreId }) =>
      step(async () => {
        if (kept.lock !== undefined && kept.lock !== restoreId) throw new BackupError("ANOTHER_RUN", kept.lock);
        kept.lock = restoreId;
      }),
    report: async () => undefined,
    finish: (outcome, { ids }) =>
      step(async () => {
        kept.outcomes.push(outcome);
        delete kept.lock;
        const key = `${outcome.archive.appId} ${outcome.app.appId}`;
        kept.ids.set(key, new Map([...(kept.ids.get(key) ?? []), ...ids]));
        return String(kept.outcomes.length);
      }),
    putBack: async ({ archivedAppId, app }) => kept.ids.get(`${archivedAppId} ${app.appId}`) ?? new Map(),
    untold: async () => [],
    isTold: async () => true,
  };
}

/** Nothing of the process happens any more from this step on, the step itself perhaps. */
export function dyingAt(last: number, isDone: boolean): Step {
  let steps = 0;
  return async (work) => {
    steps += 1;
    if (steps > last || (steps === last && !isDone)) throw new Error("Killed");
    const result = await work();
    if (steps >= last) throw new Error("Killed");
    return result;
  };
}
