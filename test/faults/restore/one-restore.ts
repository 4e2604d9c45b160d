import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { type ComparedForms, compareForms } from "../../../src/restore/compare/compared-forms";
import { chosenForms } from "../../../src/restore/plan/chosen-forms";
import type { RestorePlan } from "../../../src/restore/plan/restore-plan";
import { planRestore } from "../../../src/restore/plan-restore";
import { checkUntold } from "../../../src/restore/preflight/untold-restores";
import { decided } from "../../../src/restore/preflight/way";
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
  /** The last attempt rejected although an earlier one had sent something. */
  isWithoutEnd: boolean;
  /** Somebody else restored in the end, who knew that an attempt had been broken off, and not what it had added: pictures of that, as it was when that was planned. */
  untold: ReadonlyMap<number, Picture> | undefined;
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
    let journal: RestoreLine[] = [];
    const byOthers = new Map<number, Picture | undefined>();
    const run = {
      choices,
      plan: undefined as RestorePlan | undefined,
      before: picturesOf(worked),
      isQuietlyPlanned: true,
    };
    const troubles = [
      ...spoil(worked.domain, random),
      ...(scenario.hasLeft ? ["somebody left the company"] : []),
      ...(scenario.isDamaged ? ["a file of the archive is damaged"] : []),
    ];
    const late = createLateKintone(random, troubles);
    const formChangesAt = random.chance(0.1) ? random.integer(1, 40) : 0;
    let [requests, isAlone] = [0, false];
    const isByAnother = random.chance(0.2);
    let untold: Map<number, Picture> | undefined;

    for (let attempt = 1; ; attempt += 1) {
      const isFirstOfTwo = isByAnother && attempt === 1;
      const isLast = attempt === ATTEMPTS_AT_MOST || (random.chance(0.5) && !isFirstOfTwo);
      // So that there is something that the other one does not know of.
      const life = createLife(isLast ? Infinity : random.integer(1, isFirstOfTwo ? 36 : 16), random);
      if (!isLast) troubles.push(`killed at step ${life.steps}`);
      const results = new Map<string, RecordResult>();
      let hasBegun = false;
      if (isLast && isByAnother && run.plan) await leaveToAnother();
      const restore = await attemptOnce(results).catch(() => undefined);
      if (!isLast) continue;
      await late.settle();
      const isWithoutEnd = restore === undefined && hasBegun && journal.length > 0;
      const outcome = { attempts: attempt, results, restore, isWithoutEnd, untold };
      return { ...scenario, seed, troubles, ...outcome, ...run, byOthers };

      /** Who has neither the plan nor the journal. */
      async function leaveToAnother(): Promise<void> {
        troubles.push("somebody else restores after a broken-off one");
        await late.settle();
        journal = [];
        const { before } = run;
        untold = new Map([...picturesOf(worked)].filter(([id]) => !before.has(id) && !byOthers.has(id)));
        Object.assign(run, { plan: undefined, before: picturesOf(worked), isQuietlyPlanned: true });
        byOthers.clear();
      }

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
        if (untold) await leaveOutWhatIsThere();
        const order = {
          archived,
          app,
          forms,
          choices: run.choices,
          putBack,
          stamps: true,
          ...(run.plan && { plan: run.plan }),
        };
        hasBegun = true;
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
              isAlone = false;
            }),
          secure: async () => undefined,
          pause: () => late.pause(),
          result: (result) => void into.set(result.id, result),
        });
        if ("refused" in restored) throw new Error("The archive is complete");
        return restored;

        /** As the pre-flight offers it. */
        async function leaveOutWhatIsThere(): Promise<void> {
          isAlone = true;
          const asked = { archived, app, choices, putBack, forms: forms as ComparedForms };
          const world = { source, signal, requestsAllowed: () => 4, report: () => undefined };
          const { plan } = await planRestore(asked, world);
          const told = [{ restoreId: "R", startedAt: "", operator: "", adds: 1 }];
          const parts = { restores: { untold: async () => told }, source, signal };
          const found = await checkUntold({ ...asked, plan }, chosenForms(asked.forms, choices), parts);
          const way = found[0]?.ways.find((each) => each.way === "leave-out-records");
          if (way) run.choices = decided(choices, way);
        }
      }
    }

    /** People go on working: before the plan it is damage like any other, after it nobody may write over it. */
    function othersWork(): void {
      requests += 1;
      if (isAlone) return;
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
