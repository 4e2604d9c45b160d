import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { compareForms } from "../../../src/restore/compare/compared-forms";
import type { RestorePlan } from "../../../src/restore/plan/restore-plan";
import { type AppRestore, restoreApp } from "../../../src/restore/restore-app";
import type { RecordResult } from "../../../src/restore/write/record-result";
import type { RestoreLine } from "../../../src/restore/write/restore-journal";
import { createRandom } from "../../emulator/sample/random";
import { type Emulator, startEmulator } from "../../emulator/server";
import { blobOf } from "../../restore/archived-app";
import { changeForm, type Picture, picturesOf, work } from "./damaged-app";
import { spoil } from "./ill-luck";
import { createLateKintone } from "./late-kintone";
import { createLife } from "./life";
import { type Scenario, scenarioBy } from "./scenario";

/** A restore that a seed made, with all that a judge needs to know. */
export interface RestoreRun extends Scenario {
  seed: number;
  /** What went wrong, for people. */
  troubles: string[];
  attempts: number;
  /** What kintone had when the plan was made; before anything, when none was. */
  before: ReadonlyMap<number, Picture>;
  /** Nobody did anything while it was planned. */
  isQuietlyPlanned: boolean;
  /** By others, since then: what they left of a record, `undefined` when they deleted it. */
  byOthers: ReadonlyMap<number, Picture | undefined>;
  plan: RestorePlan | undefined;
  results: ReadonlyMap<string, RecordResult>;
  /** Absent when even the last attempt rejected. */
  restore: AppRestore | undefined;
}

const ATTEMPTS_AT_MOST = 4;

export async function oneRestore(seed: number): Promise<RestoreRun> {
  const random = createRandom(seed, "restore");
  let emulator: Emulator | undefined;
  try {
    const scenario = await scenarioBy(random, async ({ domain }) => {
      emulator = await startEmulator({ domain });
      return emulator.url;
    });
    const { worked, archived, matching, putBack, choices } = scenario;
    const baseUrl = emulator?.url ?? "";
    const journal: RestoreLine[] = [];
    const byOthers = new Map<number, Picture | undefined>();
    const run = { plan: undefined as RestorePlan | undefined, before: picturesOf(worked), isQuietlyPlanned: true };
    const troubles = [...spoil(worked.domain, random), ...(scenario.hasLeft ? ["somebody left the company"] : [])];
    const late = createLateKintone(random, troubles);
    const formChangesAt = random.chance(0.1) ? random.integer(1, 40) : 0;
    let requests = 0;

    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS_AT_MOST || random.chance(0.5);
      const life = createLife(isLast ? Infinity : random.integer(1, 16), random);
      if (!isLast) troubles.push(`killed at step ${life.steps}`);
      const results = new Map<string, RecordResult>();
      const restore = await attemptOnce(results).catch(() => undefined);
      if (!isLast) continue;
      await late.settle();
      return { ...scenario, seed, troubles, attempts: attempt, ...run, byOthers, results, restore };

      async function attemptOnce(into: Map<string, RecordResult>): Promise<AppRestore> {
        const { signal } = new AbortController();
        const connection = createPasswordConnection({
          ...{ baseUrl, userAgent: "test", username: "admin", password: "kintone" },
          fetch: async (input, init) => {
            othersWork();
            return life.step(() => late.fetch(input, init));
          },
        });
        const { asking, reading, writing } = createRunConnection(connection, {
          ...{ requestsAtOnce: 6, signal, retry: { retries: 2, minTimeout: 1, maxTimeout: 2 } },
        });
        const source = createRestSource(reading, { userCode: "admin" });
        const app = { appId: String(worked.app.id) };
        const forms = await compareForms(archived, app, source, matching);
        if ("reason" in forms) throw new Error(forms.reason);
        const order = { archived, app, forms, choices, putBack, stamps: true, ...(run.plan && { plan: run.plan }) };
        const restored = await restoreApp(order, {
          ...{ source, sink: createRestSink(writing, asking), signal, blobOf },
          ...{ requestsAllowed: () => 4, report: () => undefined },
          journal: {
            async *lines() {
              yield* [...journal];
            },
            note: (line) => life.step(async () => void journal.push(structuredClone(line))),
          },
          keep: (plan) =>
            life.step(async () => {
              if (run.plan) return;
              run.plan = plan;
              run.before = picturesOf(worked);
              run.isQuietlyPlanned &&= byOthers.size === 0;
              byOthers.clear();
            }),
          secure: async () => undefined,
          pause: () => late.pause(),
          result: (result) => void into.set(result.id, result),
        });
        if ("refused" in restored) throw new Error("The archive is complete");
        return restored;
      }
    }

    /** People go on working: before the plan it is damage like any other, after it nobody may write over it. */
    function othersWork(): void {
      requests += 1;
      if (requests === formChangesAt) {
        changeForm(worked);
        troubles.push("the form is changed meanwhile");
      }
      if (!random.chance(0.08)) return;
      const id = work(worked, random);
      if (id !== undefined) byOthers.set(id, picturesOf(worked).get(id));
    }
  } finally {
    await emulator?.close();
  }
}
