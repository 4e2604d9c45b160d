import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { compareForms } from "../../../src/restore/compare/compared-forms";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../src/restore/plan/restore-choices";
import type { RestorePlan } from "../../../src/restore/plan/restore-plan";
import { type AppRestore, restoreApp } from "../../../src/restore/restore-app";
import type { RecordResult } from "../../../src/restore/write/record-result";
import type { RestoreLine } from "../../../src/restore/write/restore-journal";
import { createRandom, type Random } from "../../emulator/sample/random";
import { startEmulator } from "../../emulator/server";
import { archiveOf, blobOf } from "../../restore/archived-app";
import { createWorkedApp, type Picture, picturesOf, work, type WorkedApp } from "./damaged-app";
import { spoil } from "./ill-luck";

/** A restore that a seed made, with all that a judge needs to know. */
export interface RestoreRun {
  seed: number;
  /** What went wrong, for people. */
  troubles: string[];
  attempts: number;
  worked: WorkedApp;
  /** What the archive has. */
  archived: ReadonlyMap<number, Picture>;
  /** What kintone had when the plan was made; before anything, when none was. */
  before: ReadonlyMap<number, Picture>;
  /** By others, since then: what they left of a record, `undefined` when they deleted it. */
  byOthers: ReadonlyMap<number, Picture | undefined>;
  plan: RestorePlan | undefined;
  results: ReadonlyMap<string, RecordResult>;
  /** Absent when even the last attempt rejected. */
  restore: AppRestore | undefined;
}

/** The process of the restore is gone: nothing of it happens any more. */
class Killed extends Error {}

const ATTEMPTS_AT_MOST = 4;

export async function oneRestore(seed: number): Promise<RestoreRun> {
  const random = createRandom(seed, "restore");
  const worked = createWorkedApp(random);
  const { domain, app } = worked;
  const emulator = await startEmulator({ domain });
  try {
    const archived = await archiveOf(emulator.url, app.id);
    const pictures = picturesOf(worked);
    for (let acts = random.integer(0, 60); acts > 0; acts -= 1) work(worked, random);

    const journal: RestoreLine[] = [];
    const choices = choicesBy(random, [...pictures.keys()]);
    const byOthers = new Map<number, Picture | undefined>();
    const run = { plan: undefined as RestorePlan | undefined, before: picturesOf(worked) };
    const troubles = spoil(domain, random);
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS_AT_MOST || random.chance(0.5);
      const life = { left: isLast ? Infinity : random.integer(1, 12) };
      if (!isLast) troubles.push(`killed at request ${life.left}`);
      const results = new Map<string, RecordResult>();
      const restore = await attemptOnce(results).catch(() => undefined);
      if (!isLast) continue;
      return { seed, troubles, attempts: attempt, worked, archived: pictures, ...run, byOthers, results, restore };

      async function attemptOnce(into: Map<string, RecordResult>): Promise<AppRestore> {
        const { signal } = new AbortController();
        const connection = createPasswordConnection({
          ...{ baseUrl: emulator.url, userAgent: "test", username: "admin", password: "kintone" },
          fetch: async (input, init) => {
            othersWork();
            life.left -= 1;
            const hears = random.chance(0.5);
            if (life.left < 0 || (life.left === 0 && !hears)) throw new Killed();
            const answer = await fetch(input, init);
            if (life.left <= 0) throw new Killed();
            return answer;
          },
        });
        const { reading, writing } = createRunConnection(connection, {
          ...{ requestsAtOnce: 6, signal, retry: { retries: 2, minTimeout: 1, maxTimeout: 2 } },
        });
        const source = createRestSource(reading, { userCode: "admin" });
        const appRef = { appId: String(app.id) };
        const forms = await compareForms(archived, appRef, source);
        if ("reason" in forms) throw new Error(forms.reason);
        const order = { archived, app: appRef, forms, choices, stamps: true, ...(run.plan && { plan: run.plan }) };
        const restored = await restoreApp(order, {
          ...{
            source,
            sink: createRestSink(writing),
            signal,
            requestsAllowed: () => 4,
            report: () => undefined,
          },
          journal: {
            async *lines() {
              yield* [...journal];
            },
            async note(line) {
              if (life.left <= 0) throw new Killed();
              journal.push(structuredClone(line));
            },
          },
          async keep(plan) {
            if (life.left <= 0) throw new Killed();
            if (run.plan) return;
            run.plan = plan;
            run.before = picturesOf(worked);
            byOthers.clear();
          },
          secure: async () => undefined,
          pause: async () => undefined,
          blobOf,
          result: (result) => void into.set(result.id, result),
        });
        if ("refused" in restored) throw new Error("The archive is complete");
        return restored;
      }
    }

    /** People go on working: before the plan it is damage like any other, after it nobody may write over it. */
    function othersWork(): void {
      if (!random.chance(0.08)) return;
      const id = work(worked, random);
      if (id !== undefined) byOthers.set(id, picturesOf(worked).get(id));
    }
  } finally {
    await emulator.close();
  }
}

function choicesBy(random: Random, ids: readonly number[]): RestoreChoices {
  const both = random.chance(0.6);
  const addMissing = both || random.chance(0.5);
  return {
    ...NOTHING_DECIDED,
    ...{ addMissing, putBack: both || !addMissing },
    ...(random.chance(0.4) && { remove: random.pick(["surplus", "surplus-and-newer"] as const) }),
    ...(random.chance(0.3) && { selection: { ids: random.some(ids, random.integer(1, ids.length)).map(String) } }),
    ...(random.chance(0.3) && { fields: random.some(["品番", "数量", "判定", "添付", "測定"], 2) }),
  };
}
