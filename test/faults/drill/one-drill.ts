import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { openArchive } from "../../../src/archive/reading/open-archive";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { DrillOutcome, DrillScope } from "../../../src/domain/drill-outcome";
import type { Drills } from "../../../src/domain/drills";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import type { DrillLine } from "../../../src/restore/drill/drill-line";
import type { DrillProgress } from "../../../src/restore/drill/drill-progress";
import { drillableForm } from "../../../src/restore/drill/drillable-form";
import { runDrill } from "../../../src/restore/drill/run-drill";
import { runUnopened, target } from "../../backup/whole-runs/run-against";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import { createRandom } from "../../emulator/sample/random";
import { startEmulator } from "../../emulator/server";
import { start } from "../../history/drills/drills";
import { blobOf } from "../../restore/archived-app";
import { damageFile } from "../rebuild/scenario";
import { SETTINGS_TROUBLES } from "../rebuild/ill-luck";
import { type AppPicture, photograph } from "../rebuild/picture";
import { LEAVER, randomSet } from "../rebuild/random-set";
import { isMakersAlone } from "../rebuild/watched-apps";
import { lookalikes } from "./lookalikes";
import { spoil } from "../restore/ill-luck";
import { createLateKintone } from "../restore/late-kintone";
import { createLife } from "../restore/life";

/** A drill that a seed made, with all that a judge needs to know. */
export interface DrilledRun {
  seed: number;
  /** What went wrong, for people. */
  troubles: string[];
  attempts: number;
  /** What there was before, but for what earlier drills made, and what is left of it. */
  originals: ReadonlyMap<string, AppPicture>;
  stillThere: ReadonlyMap<string, AppPicture>;
  /** Of which the archive is. */
  targetId: string;
  scope: DrillScope;
  /** Apps that the history knows to be restored into. */
  known: readonly string[];
  /** Ids of all apps that are new. */
  newIds: readonly string[];
  outcome: DrillOutcome | undefined;
  lines: readonly DrillLine[];
  /** How often the last drill told its end. */
  ends: number;
  /** Why the last drill was none. */
  stopped?: unknown;
  /** The scratch app when it was compared, and in the end. */
  compared: AppPicture | undefined;
  afterwards: AppPicture | undefined;
  /** A scratch app had records and was open to others. */
  wasOpen: boolean;
  isDamaged: boolean;
  hasLeft: boolean;
  /** The last drill met nothing that went wrong. */
  isQuiet: boolean;
}

const ATTEMPTS_AT_MOST = 4;
const words = { name: (app: string) => `[復元訓練] ${app}`, description: (app: string) => `「${app}」の復元訓練用` };

export async function oneDrill(seed: number): Promise<DrilledRun> {
  const random = createRandom(seed, "drill");
  const { domain, apps } = randomSet(random);
  const emulator = await startEmulator({ domain });
  try {
    const baseUrl = emulator.url;
    const client = new KintoneRestAPIClient({ baseUrl, auth: { username: "admin", password: "kintone" } });
    const app = random.pick(apps);
    const archived = await archivedBy(baseUrl, app);
    const known = lookalikes(domain, app, random);
    const [originals, before] = [await photographed(client, [...domain.apps.values()]), new Set(domain.apps.keys())];
    if (random.chance(0.3)) domain.apps.delete(app.id);
    const [hasLeft, isDamaged] = [
      random.chance(0.25) && domain.people.users.delete(LEAVER),
      random.chance(0.1) && damageFile(archived, random),
    ];
    const troubles = [...(hasLeft ? ["somebody left the company"] : []), ...(isDamaged ? ["a file is damaged"] : [])];
    const scope: DrillScope = random.chance(0.5)
      ? { of: "all" }
      : { of: "sample", random: random.integer(1, 5), seed: String(seed) };
    troubles.push(...spoil(domain, random, SETTINGS_TROUBLES));
    const late = createLateKintone(random, troubles, (url) => !/\/file\.json|\/preview\/app\.json/.test(url));
    const othersWorkUntil = random.chance(0.3) ? random.integer(1, ATTEMPTS_AT_MOST - 1) : 0;
    const seen = { wasOpen: false, compared: undefined as AppPicture | undefined };

    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS_AT_MOST || random.chance(0.35);
      const isQuiet = isLast && attempt > othersWorkUntil && random.chance(0.6);
      if (isQuiet) {
        domain.faults.clear();
        await late.settle();
      }
      const life = createLife(isLast ? Infinity : random.integer(1, 60), random);
      if (!isLast) troubles.push(`killed at step ${life.steps}`);
      const told = { outcome: undefined as DrillOutcome | undefined, lines: [] as DrillLine[], ends: 0 };
      let phase: DrillProgress["phase"] | undefined;
      const drills: Drills = {
        begin: () => life.step(async () => undefined),
        report: (scratch) =>
          life.step(async () => {
            if (scratch && !known.includes(scratch.appId)) known.unshift(scratch.appId);
          }),
        finish: (outcome, report) =>
          life.step(async () => {
            const lines = [...report].map((line) => JSON.parse(line) as DrillLine);
            Object.assign(told, { outcome, lines, ends: told.ends + 1 });
            return "7";
          }),
        scratchApps: async () => [...known],
        isTold: async () => true,
      };
      seen.compared = undefined;
      const stopped = await drillOnce(archived, drills, {
        ...{ scope, baseUrl, life, late },
        sending: look,
        newestApp: () => Math.max(...[...domain.apps.values()].flatMap(({ id, live }) => (live ? id : []))),
        report: (progress) => (phase = progress.phase),
      }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isLast) continue;
      await late.settle();
      domain.faults.clear();
      const scratch = domain.apps.get(Number(told.outcome?.scratch?.appId));
      const afterwards = scratch?.live && (await photograph(client, String(scratch.id)));
      return {
        ...{ seed, troubles, attempts: attempt, originals, targetId: String(app.id), scope, known, stopped, ...told },
        ...{ isDamaged, hasLeft, isQuiet, ...seen, afterwards, compared: seen.compared ?? afterwards },
        newIds: [...domain.apps.keys()].filter((id) => !before.has(id)).map(String),
        stillThere: await photographed(
          client,
          [...domain.apps.values()].filter(({ id }) => before.has(id)),
        ),
      };

      /** Before each request. */
      async function look(method: string): Promise<void> {
        const own = [...domain.apps.values()].find(({ id }) => !before.has(id) && String(id) === known[0]);
        if (!own) return;
        seen.wasOpen ||= own.records.size > 0 && own.live !== undefined && !isMakersAlone(own.live);
        // What proved itself is deleted behind the comparison.
        if (phase === "comparing" && method === "DELETE" && !seen.compared) {
          const found = await photograph(client, String(own.id));
          seen.compared ??= found;
        }
        if (attempt <= othersWorkUntil && phase === "restoring" && random.chance(0.1)) somebodyWorksIn(own);
      }
    }

    function somebodyWorksIn(scratch: App): void {
      const records = [...scratch.records.ascending()];
      if (records.length === 0) return;
      const { id } = random.pick(records);
      if (random.chance(0.4)) scratch.records.delete(id);
      else {
        const record = { 名前: { value: "別" } };
        happen({ name: "record-changed", app: scratch.id, id, record }, domain, undefined as never);
      }
      troubles.push("somebody works in the scratch app");
    }
  } finally {
    await emulator.close();
  }
}

interface Attempt {
  scope: DrillScope;
  baseUrl: string;
  life: ReturnType<typeof createLife>;
  late: ReturnType<typeof createLateKintone>;
  /** Before each request. */
  sending: (method: string) => Promise<void>;
  newestApp: () => number;
  report: (progress: DrillProgress) => void;
}

async function drillOnce(
  archived: ArchivedTarget,
  drills: Drills,
  { scope, baseUrl, life, late, sending, newestApp, report }: Attempt,
): Promise<void> {
  const { signal } = new AbortController();
  let requests = 0;
  const connection = createPasswordConnection({
    ...{ baseUrl, userAgent: "test", username: "admin", password: "kintone" },
    fetch: async (input, init) => {
      requests += 1;
      await sending(init?.method ?? "GET");
      return life.step(() => late.fetch(input, init));
    },
  });
  const { asking, reading, writing } = createRunConnection(connection, {
    ...{ requestsAtOnce: 6, signal, retry: { retries: 2, minTimeout: 1, maxTimeout: 2 } },
  });
  const form = await drillableForm(archived);
  if (!form) throw new Error("The archive has no form");
  const { appId, appName: name } = archived.facts;
  const operator = { code: "admin", name: "管理者" };
  await runDrill(
    { start: { ...start, target: { appId, name }, scope, operator }, archived, form },
    {
      ...{ source: createRestSource(reading, { userCode: "admin" }), sink: createRestSink(writing, asking) },
      ...{ workshop: createAppWorkshop(writing), directory: createRestDirectory(reading) },
      ...{ drills, words, blobOf, signal, report, requestsAllowed: () => 4, requests: () => requests },
      newestApp: async () => String(newestApp()),
      clock: { now: () => start.startedAt, seconds: () => performance.now() / 1000 },
      async pause() {
        await late.pause();
        await new Promise((resolve) => setTimeout(resolve, 2));
      },
    },
  );
}

async function archivedBy(url: string, { id }: App): Promise<ArchivedTarget> {
  const { volumes } = await runUnopened(url, [target(id)]);
  const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  const archived = archive?.target(String(id));
  if (!archived) throw new Error("There is no archive of the app");
  return archived;
}

const photographed = async (client: KintoneRestAPIClient, apps: readonly App[]) =>
  new Map(await Promise.all(apps.map(async ({ id }) => [String(id), await photograph(client, String(id))] as const)));
