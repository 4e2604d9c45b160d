import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBackup } from "../../../src/backup/run";
import { createFolderDestination } from "../../../src/destinations/folder";
import { cancelledByUser, toBackupError } from "../../../src/domain/errors";
import type { RunOutcome } from "../../../src/domain/outcome";
import { checkChain } from "../../../src/history/chain/check-chain";
import { allLinks } from "../../../src/history/chain/all-links";
import { defaultBudget } from "../../../src/domain/request-budget";
import { createHistory } from "../../../src/history/runs/run-records";
import { createTargets } from "../../../src/history/targets/targets";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { writeReadme } from "../../../src/screens/text/readme/readme-text";
import { en } from "../../../src/screens/text/run/en";
import { describeLogEvent } from "../../../src/screens/text/run/log-sentence";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import type { StoredRecord } from "../../emulator/records/record";
import { type Emulator, startEmulator } from "../../emulator/server";
import { ENTRIES_IN_A_VOLUME, OPERATOR, type SmallKintone, smallKintone } from "./kintone";
import { type Moment, watchedDestination, watchedFetch, watchedWorkspace } from "./moments";
import { breakOut, silenced, type Weather } from "./weather";
import { onePlace } from "../../contracts/one-place";

/** When a run is cancelled, and what kintone is like from then on. */
export interface CancelPlan {
  /** The moment, counted from 1; none of a run has the number 0. Or the first of this name. */
  at: number | string;
  weather: Weather;
  requestsAtOnce: number;
}

/** What came of it, as somebody from outside sees it. */
export interface CancelledRun extends CancelPlan {
  /** What was about to happen, or had just happened. Empty when it was never cancelled. */
  moment: string;
  /** All moments there were. */
  moments: number;
  /** From the cancel to the end. */
  seconds: number;
  /** Nothing when it rejected. */
  outcome: RunOutcome | undefined;
  rejected: string | undefined;
  /** Requests that were sent after the run had ended. */
  afterTheEnd: number;
  /** Files of the run's workspace before its folder is removed. */
  left: string[];
  /** Everything that lies in the folder of the archives. */
  folder: Map<string, Uint8Array<ArrayBuffer>>;
  /** Records of this run in the history. */
  records: StoredRecord[];
  /** What the target's records say. */
  lastStatuses: unknown[];
  /** How another run was refused that began right after. */
  nextRefused: string | undefined;
  chainBreaks: number;
}

const RUN_ID = "20261120T030000Z-000001";
const SCRATCH = ".unfinished-run";

/** Runs the small kintone's backup with the real parts of the command, over HTTP, into a folder. */
export async function cancelledRun(plan: CancelPlan): Promise<CancelledRun> {
  const kintone = smallKintone();
  const emulator = await startEmulator({ domain: kintone.domain });
  const folder = await mkdtemp(join(tmpdir(), "cancelled-"));
  try {
    return await within(plan, kintone, emulator, folder);
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function within(plan: CancelPlan, kintone: SmallKintone, emulator: Emulator, folder: string) {
  const { domain, management } = kintone;
  const cancelling = new AbortController();
  const seen = { moments: 0, moment: "", cancelledAt: 0, hasEnded: false, afterTheEnd: 0, isSilent: false };
  const moment: Moment = (what) => {
    if (seen.hasEnded && what.startsWith("sends")) seen.afterTheEnd += 1;
    seen.moments += 1;
    if (seen.cancelledAt > 0 || (seen.moments !== plan.at && what !== plan.at)) return;
    Object.assign(seen, { moment: what, cancelledAt: performance.now(), isSilent: plan.weather === "silent" });
    breakOut(plan.weather, domain);
    cancelling.abort(cancelledByUser());
  };
  const workspace = await createFolderWorkspace(folder, SCRATCH);
  const run = prepare(plan, cancelling.signal, {
    fetch: watchedFetch(
      moment,
      silenced(() => seen.isSilent, fetch),
    ),
    ...{ baseUrl: emulator.url, management: String(management.id) },
    workspace: watchedWorkspace(moment, workspace),
    destination: watchedDestination(moment, createFolderDestination(folder)),
  });
  const ended = await run().then(
    (outcome) => ({ outcome, rejected: undefined }),
    (thrown: unknown) => ({ outcome: undefined, rejected: `${toBackupError(thrown).code} ${String(thrown)}` }),
  );
  const seconds = (performance.now() - (seen.cancelledAt || performance.now())) / 1000;
  seen.hasEnded = true;
  domain.faults.clear();
  const left = await readdir(join(folder, SCRATCH)).catch(() => []);
  await workspace.clear();
  const records = [...management.records.ascending()].filter(({ values }) => values.run_id === RUN_ID);
  const targets = [...management.records.ascending()].filter(({ values }) => values.record_type === "target");
  const next = await beginNext(emulator.url, String(management.id));
  return {
    ...plan,
    ...ended,
    ...{ moment: seen.moment, moments: seen.moments, seconds, left, records, ...next },
    afterTheEnd: seen.afterTheEnd,
    folder: await filesIn(folder),
    lastStatuses: targets.map(({ values }) => values.target_last_status),
  };
}

interface World {
  baseUrl: string;
  management: string;
  fetch: typeof fetch;
  workspace: ReturnType<typeof watchedWorkspace>;
  destination: ReturnType<typeof watchedDestination>;
}

/** Wired as `entries/wiring/run-parts.ts` does it; its patience is the real one. */
function prepare({ requestsAtOnce }: CancelPlan, signal: AbortSignal, world: World): () => Promise<RunOutcome> {
  const { baseUrl, management, workspace, destination } = world;
  const sent = { requests: 0 };
  const connection = createPasswordConnection({
    ...{ baseUrl, username: OPERATOR.code, password: OPERATOR.password, userAgent: "test" },
    fetch(input, init) {
      sent.requests += 1;
      return world.fetch(input, init);
    },
  });
  const { reading, writing, requests, requestsOf, requestsToday, today } = createRunConnection(connection, {
    ...{ requestsAtOnce, signal },
    patience: (probing) => ({
      probe: () => probing.json({ method: "GET", path: "app", query: { id: management }, signal }),
      onWaiting: () => undefined,
    }),
  });
  const store = createRecordStore(writing, { appId: management });
  const startedAt = new Date("2026-11-20T03:00:00Z");
  const volumeLimits = { maxEntries: ENTRIES_IN_A_VOLUME, maxBytes: 1024 ** 3 };
  return () =>
    runBackup(
      { runId: RUN_ID, trigger: "headless", operator: { code: OPERATOR.code, name: OPERATOR.name }, startedAt },
      {
        filePrefix: "backup",
        timeZone: "Asia/Tokyo",
        volumeLimits,
        requestsAtOnce,
        requestLimits: { perAppAndDay: defaultBudget(), overBudget: "stop" },
      },
      {
        source: createRestSource(reading, { userCode: OPERATOR.code }),
        targets: createTargets(store),
        history: historyOf(store),
        // Two seconds pass with each request, so that the run reports meanwhile.
        clock: { now: () => new Date(startedAt.getTime() + 2000 * sent.requests) },
        report: () => undefined,
        readme: (facts) => writeReadme("en", facts),
        describe: (event) => describeLogEvent(en, event),
        ...{ workspace, places: onePlace(destination), signal, requests, requestsOf, requestsToday, today },
      },
    );
}

function historyOf(store: ReturnType<typeof createRecordStore>) {
  return createHistory(store, {
    clock: { now: () => new Date() },
    pluginVersion: "0.1.0",
    describe: (problem) => describeProblem(en, problem),
  });
}

/** Another run wants to begin, at once. */
async function beginNext(baseUrl: string, appId: string) {
  const { code: username, password } = OPERATOR;
  const connection = createPasswordConnection({ baseUrl, username, password, userAgent: "test" });
  const store = createRecordStore(connection, { appId });
  const start = { runId: "next", trigger: "button", operator: { code: "sato", name: "佐藤" } } as const;
  const nextRefused = await historyOf(store)
    .begin({ ...start, startedAt: new Date() })
    .then(
      () => undefined,
      (thrown: unknown) => toBackupError(thrown).code,
    );
  const { breaks } = await checkChain(allLinks(store));
  return { nextRefused, chainBreaks: breaks.length };
}

async function filesIn(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of await readdir(folder)) files.set(name, new Uint8Array(await readFile(join(folder, name))));
  return files;
}
