import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { BackupError } from "../../../src/domain/errors";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import type { NewApps } from "../../../src/restore/apps/new-app";
import { type Rebuilt, rebuildApps } from "../../../src/restore/apps/rebuild-apps";
import type { RebuildLine } from "../../../src/restore/apps/rebuild-journal";
import {
  isAsArchived,
  restoreRecordsOfSet,
  type SetRun,
} from "../../../src/restore/apps/records/restore-records-of-set";
import type { SetReportLine } from "../../../src/restore/apps/records/set-report-line";
import type { SetWorld } from "../../../src/restore/apps/records/set-world";
import type { RestoreReportLine } from "../../../src/restore/report/report-line";
import { createRandom } from "../../emulator/sample/random";
import { startEmulator } from "../../emulator/server";
import { blobOf } from "../../restore/archived-app";
import { type KeptSet, keptWorld, nothingKept } from "../../restore/apps/kept-set";
import { memoryRebuildJournal } from "../../restore/apps/rebuilding";
import { spoil } from "../restore/ill-luck";
import { createLateKintone } from "../restore/late-kintone";
import { createLife } from "../restore/life";
import { SETTINGS_TROUBLES } from "./ill-luck";
import { type AppPicture, photograph } from "./picture";
import { randomSet } from "./random-set";
import { type Scenario, scenarioBy } from "./scenario";
import { watchNewApps } from "./watched-apps";

/** Apps that a seed had made anew, with all that a judge needs to know. */
export interface RebuildRun extends Scenario {
  seed: number;
  /** What went wrong, for people. */
  troubles: string[];
  attempts: number;
  /** What there was before and is still there, as it is now. */
  stillThere: ReadonlyMap<string, AppPicture>;
  /** Apps that are new and live, by their ids. */
  made: ReadonlyMap<string, AppPicture>;
  /** Ids of new apps; known to kintone alone perhaps. */
  newIds: readonly string[];
  journal: readonly RebuildLine[];
  verdict: RebuildEnd;
  /** Why it ended before its end. */
  stopped?: unknown;
  rebuilt: Rebuilt | undefined;
  told: readonly SetReportLine[];
  /** By pass and name of the new app. */
  reports: ReadonlyMap<string, readonly RestoreReportLine[]>;
  /** What the history knows of ids: by the archive's id of an app, and the new one's. */
  ids: KeptSet["ids"];
  /** New apps that were open to others when they must not be. */
  opened: ReadonlySet<string>;
}

export type RebuildEnd = "as-planned" | "explained" | "stopped";

const ATTEMPTS_AT_MOST = 6;

export async function oneRebuild(seed: number): Promise<RebuildRun> {
  const random = createRandom(seed, "rebuild");
  const world = randomSet(random);
  const { domain } = world;
  const emulator = await startEmulator({ domain });
  try {
    const baseUrl = emulator.url;
    const client = new KintoneRestAPIClient({ baseUrl, auth: { username: "admin", password: "kintone" } });
    const originalApps = [...domain.apps.values()];
    const scenario = await scenarioBy(random, world, { baseUrl, photographAll: () => photographed(() => true) });
    const { isDamaged, choices } = scenario;
    const troubles = [
      ...(isDamaged ? ["a file of the archive is damaged"] : []),
      ...(Object.keys(choices.replaced.users).length > 0 ? ["somebody left the company"] : []),
      ...spoil(domain, random, SETTINGS_TROUBLES),
    ];
    const late = createLateKintone(random, troubles, (url) => !/\/file\.json|\/preview\/app\.json/.test(url));
    const kept: Kept = { ...nothingKept(), journal: [], told: [], reports: new Map() };
    const watch = watchNewApps(domain, originalApps, { random, troubles, journal: kept.journal });

    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS_AT_MOST;
      // Whatever it was, it is over.
      if (isLast) domain.faults.clear();
      const life = createLife(isLast || random.chance(0.4) ? Infinity : random.integer(1, 160), random);
      if (life.steps < Infinity) troubles.push(`killed at step ${life.steps}`);
      const { rebuilt, stopped } = await attemptOnce(scenario, kept, {
        ...{ seed, baseUrl, life, late },
        sending: watch.sending,
        newestApp: () => Math.max(0, ...[...domain.apps.values()].flatMap(({ id, live }) => (live ? id : []))),
      }).then(ended, failed);
      if (!rebuilt && !isLast && (stopped instanceof BackupError || life.steps < Infinity)) continue;
      await late.settle();
      domain.faults.clear();
      const isOld = (id: number) => originalApps.some((app) => app.id === id);
      return {
        ...{ ...scenario, seed, troubles, attempts: attempt, rebuilt, opened: watch.opened },
        ...{ journal: kept.journal, told: kept.told, reports: kept.reports, ids: kept.ids },
        newIds: [...domain.apps.keys()].filter((id) => !isOld(id)).map(String),
        stillThere: await photographed(isOld),
        made: await photographed((id) => !isOld(id)),
        ...{ verdict: endOf(rebuilt, kept), stopped },
      };
    }

    async function photographed(isMeant: (id: number) => boolean): Promise<Map<string, AppPicture>> {
      const apps = [...domain.apps.values()].filter(({ id, live }) => live && isMeant(id));
      return new Map(
        await Promise.all(apps.map(async ({ id }) => [String(id), await photograph(client, String(id))] as const)),
      );
    }
  } finally {
    await emulator.close();
  }
}

/** What is on the disk from one attempt to the next. */
interface Kept extends KeptSet {
  journal: RebuildLine[];
  run?: SetRun;
  told: readonly SetReportLine[];
  reports: Map<string, RestoreReportLine[]>;
}

interface Attempt {
  seed: number;
  baseUrl: string;
  life: ReturnType<typeof createLife>;
  late: ReturnType<typeof createLateKintone>;
  sending: (input: Parameters<typeof fetch>[0], init: RequestInit | undefined) => void;
  newestApp: () => number;
}

const ended = (rebuilt: Rebuilt) => ({ rebuilt, stopped: undefined });
const failed = (stopped: unknown) => ({ rebuilt: undefined, stopped });

function endOf(rebuilt: Rebuilt | undefined, { run }: Kept): RebuildEnd {
  if (!rebuilt) return "stopped";
  return rebuilt.told.length === 0 && run !== undefined && isAsArchived(run) ? "as-planned" : "explained";
}

async function attemptOnce(
  { apps, choices, asked }: Scenario,
  kept: Kept,
  { seed, baseUrl, life, late, sending, newestApp }: Attempt,
): Promise<Rebuilt> {
  const { signal } = new AbortController();
  let requests = 0;
  const connection = createPasswordConnection({
    ...{ baseUrl, userAgent: "test", username: "admin", password: "kintone" },
    fetch: async (input, init) => {
      requests += 1;
      sending(input, init);
      return life.step(() => late.fetch(input, init));
    },
  });
  const { asking, reading, writing } = createRunConnection(connection, {
    ...{ requestsAtOnce: 6, signal, retry: { retries: 2, minTimeout: 1, maxTimeout: 2 } },
  });
  const access = {
    source: createRestSource(reading, { userCode: "admin" }),
    ...{ sink: createRestSink(writing, asking), workshop: createAppWorkshop(writing), signal },
    ...{ requestsAllowed: () => 4, requests: () => requests },
    async pause() {
      await late.pause();
      await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
  const noted = memoryRebuildJournal(kept.journal);
  return rebuildApps(
    { rebuildId: `r${seed}`, apps, choices },
    {
      ...{ ...access, blobOf, directory: createRestDirectory(reading), report: () => undefined },
      newestApp: async () => String(newestApp()),
      clock: { now: () => new Date(), seconds: () => performance.now() / 1000 },
      journal: { lines: noted.lines, note: (line) => life.step(() => noted.note(line)) },
      async records(made) {
        const { world, reports, told } = keptWorld(access, kept, (work) => life.step(work));
        kept.told = told;
        await restored(made, world).finally(() => {
          for (const [pass, lines] of reports) kept.reports.set(pass, lines);
        });
      },
    },
  );

  async function restored(made: NewApps, world: SetWorld): Promise<void> {
    const run = await restoreRecordsOfSet(
      {
        apps: [...made.values()].map((app) => ({ ...app, decided: { replaced: choices.replaced } })),
        asked: {
          ...{ trigger: "headless", reason: "", operator: { code: "admin", name: "管理者" } },
          archive: { runId: "A", createdAt: new Date(0), digest: "cd", isTold: true },
        },
        ...{ ...asked, timeZone: "Asia/Tokyo" },
      },
      world,
    );
    if ("closed" in run) throw new BackupError("TARGET_INCOMPLETE", "Lookups go round in a circle");
    kept.run = run;
    if (run.stopped) throw run.stopped;
    if (!run.isWhole) throw whyNotWhole(run);
  }
}

function whyNotWhole({ apps }: SetRun): BackupError {
  const ends = apps.flatMap(({ records, keys }) => [records, keys].flatMap((end) => end ?? []));
  const [error] = ends.flatMap((end) => ("error" in end ? [end.error] : []));
  return error ?? new BackupError("UNEXPECTED", "Records are left");
}
