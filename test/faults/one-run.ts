import { runBackup } from "../../src/backup/run";
import { toBackupError, cancelledByUser, type BackupError } from "../../src/domain/errors";
import type { RunOutcome } from "../../src/domain/outcome";
import { defaultBudget } from "../../src/domain/request-budget";
import { createHistory } from "../../src/history/runs/run-records";
import { createTargets } from "../../src/history/targets/targets";
import type { Connection } from "../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../src/kintone/connection/run-connection";
import { createSessionConnection } from "../../src/kintone/connection/session-connection";
import { createRestDomain } from "../../src/kintone/reading/rest-domain";
import { createRestSource } from "../../src/kintone/reading/rest-source";
import { createRecordStore } from "../../src/kintone/writing/record-store";
import { writeReadme } from "../../src/screens/text/readme/readme-text";
import { en } from "../../src/screens/text/run/en";
import { describeLogEvent } from "../../src/screens/text/run/log-sentence";
import { describeProblem } from "../../src/screens/text/run/problem-sentence";
import { sessionCookie } from "../emulator/access/sessions";
import { createRandom } from "../emulator/sample/random";
import { type Emulator, startEmulator } from "../emulator/server";
import { NOW, OPERATOR, type RandomKintone, randomKintone } from "./kintone";
import { createMachine, type Machine, type MachineTrouble } from "./machine";
import { hiding } from "./quiet-troubles";
import { type Trouble, randomTroubles } from "./troubles";
import { type Truth, truthOf } from "./truth";
import { turnstile } from "./turnstile";
import { onePlace } from "../contracts/one-place";

/** One run with everything that is needed to judge it. */
export interface JudgedRun {
  seed: number;
  kintone: RandomKintone;
  troubles: Trouble[];
  /** What each target should have found, by its place in `kintone.wishes`. */
  before: Truth[];
  /** Nothing when the app was deleted. */
  after: Array<Truth | undefined>;
  /** Nothing when the run rejected, or did not end. */
  outcome: RunOutcome | undefined;
  rejected: BackupError | undefined;
  hasEnded: boolean;
  machine: Machine;
  log: string;
  /** What kintone answered when the run was to be written down, and that was no success in the end. */
  beginFailed: BackupError | undefined;
  /** How often kintone was asked for anything of a target. */
  readings: number;
}

/** Looks of the watchdog, one every half second, without a sign of life. A machine that is busy slows the watchdog, too. */
const LOOKS_WITHOUT_LIFE = 40;

/** The whole run of a seed: a kintone, the troubles, and the real engine over HTTP. */
export async function oneRun(seed: number): Promise<JudgedRun> {
  const kintone = randomKintone(seed);
  const troubles = randomTroubles(seed, kintone);
  const before = (await Promise.all(kintone.wishes.map((wish) => truthOf(kintone, wish)))) as Truth[];
  const emulator = await startEmulator({ domain: kintone.domain });
  try {
    for (const { wire } of troubles) if (wire) kintone.domain.faults.add(wire);
    const backup = prepare(seed, kintone, troubles, emulator);
    const ended = await Promise.race([
      backup.run().then(
        (outcome) => ({ outcome }),
        (thrown: unknown) => ({ rejected: toBackupError(thrown) }),
      ),
      backup.hasDied,
    ]);
    backup.dismissWatchdog();
    kintone.domain.faults.clear();
    const after = await Promise.all(kintone.wishes.map((wish) => truthOf(kintone, wish)));
    return {
      ...{ seed, kintone, troubles, before, after, machine: backup.machine, log: backup.log() },
      ...{ beginFailed: backup.beginFailed(), readings: backup.readings() },
      outcome: ended && "outcome" in ended ? ended.outcome : undefined,
      rejected: ended && "rejected" in ended ? ended.rejected : undefined,
      hasEnded: ended !== undefined,
    };
  } finally {
    await emulator.close();
  }
}

/** No waiting between attempts: what a run does is the same, only sooner. */
const RETRY = { retries: 2, minTimeout: 0, maxTimeout: 0 };

function prepare(seed: number, { management, beside }: RandomKintone, troubles: Trouble[], emulator: Emulator) {
  const random = createRandom(seed, "run");
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const watchdog = createWatchdog();
  const cancelAt = (when: NonNullable<Trouble["cancel"]>["when"]) => (nth: number) => {
    watchdog.seesLife();
    const isNow = troubles.some(({ cancel }) => cancel?.when === when && cancel.nth === nth);
    if (isNow) cancelling.abort(cancelledByUser());
  };
  const clock = hurriedClock(random.pick([1, 50, 8000]));
  const hidden = troubles.flatMap((trouble) => trouble.hidden ?? []);
  const send = turnstile(hiding(hidden, fetch), {
    sending(nth) {
      clock.sent = nth;
      for (const { happens } of troubles) if (happens?.nth === nth) happens.happen();
      cancelAt("sending")(nth);
    },
    answered: cancelAt("answered"),
  });
  const connection = signIn(emulator, random.chance(0.5), send);
  const requestsAtOnce = random.pick([1, 2, 6]);
  const { reading, writing, requests, requestsOf, requestsToday, today } = createRunConnection(connection, {
    requestsAtOnce,
    signal,
    retry: RETRY,
  });
  const store = createRecordStore(writing, { appId: String(management.id) });
  const trouble = Object.assign({}, ...troubles.map(({ machine }) => machine ?? {})) as MachineTrouble;
  const machine = createMachine(trouble, { writing: cancelAt("writing"), delivering: cancelAt("delivering") });
  const volumeLimits = random.pick([
    { maxEntries: 10_000, maxBytes: 1024 ** 3 },
    { maxEntries: random.integer(1, 12), maxBytes: 1024 ** 3 },
    // Records lie in several files then.
    { maxEntries: 10_000, maxBytes: random.integer(2300, 8000) },
  ]);
  const history = createHistory(store, {
    clock: { now: () => NOW },
    pluginVersion: "0.1.0",
    describe: (problem) => describeProblem(en, problem),
  });
  let log = "";
  let beginFailed: BackupError | undefined;
  let readings = 0;
  const counting: Connection = {
    ...reading,
    json(request) {
      readings += 1;
      return reading.json(request);
    },
    stream(request) {
      readings += 1;
      return reading.stream(request);
    },
  };
  const start = {
    ...{ runId: `20261120T030000Z-${String(seed).padStart(6, "0")}`, trigger: "headless" as const },
    operator: { code: OPERATOR.code, name: OPERATOR.name },
    startedAt: NOW,
  };
  const run = () =>
    runBackup(
      start,
      {
        filePrefix: "backup",
        timeZone: "Asia/Tokyo",
        volumeLimits,
        requestsAtOnce,
        requestLimits: { perAppAndDay: defaultBudget(), overBudget: "stop" },
      },
      {
        source: createRestSource(counting, { userCode: OPERATOR.code }),
        ...(beside.length > 0 && { domain: { parts: beside, spacesLeftOut: [], source: createRestDomain(counting) } }),
        targets: createTargets(store),
        history: {
          ...history,
          begin: (begun) =>
            history.begin(begun).catch((thrown: unknown) => {
              beginFailed = toBackupError(thrown).cause as BackupError;
              throw thrown;
            }),
          finish(outcome, text) {
            log = [...text].join("");
            return history.finish(outcome, text);
          },
        },
        workspace: machine.workspace,
        places: onePlace(machine.destination),
        clock,
        report: () => undefined,
        readme: (facts) => writeReadme("en", facts),
        describe: (event) => describeLogEvent(en, event),
        ...{ signal, requests, requestsOf, requestsToday, today },
      },
    );
  const seen = { log: () => log, beginFailed: () => beginFailed, readings: () => readings };
  return { run, machine, ...seen, hasDied: watchdog.hasDied, dismissWatchdog: watchdog.dismiss };
}

/** Notices that nothing happens any more: no request, no answer, no write, no delivery. */
function createWatchdog() {
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  const hasDied = new Promise<undefined>((resolve) => {
    timer = setInterval(() => (looks += 1) > LOOKS_WITHOUT_LIFE && resolve(undefined), 500);
  });
  return { hasDied, seesLife: () => void (looks = 0), dismiss: () => clearInterval(timer) };
}

/** Goes on by so many milliseconds with each request, so that some runs take minutes, and report meanwhile. */
function hurriedClock(milliseconds: number): { sent: number; now: () => Date } {
  const clock = { sent: 0, now: () => new Date(NOW.getTime() + milliseconds * clock.sent) };
  return clock;
}

function signIn({ url: baseUrl, sessions }: Emulator, asInBrowser: boolean, send: typeof fetch): Connection {
  const { code: username, password } = OPERATOR;
  if (!asInBrowser) return createPasswordConnection({ baseUrl, username, password, userAgent: "test", fetch: send });
  const session = sessions.login(username, password);
  const cookie = sessionCookie(session).split(";")[0] ?? "";
  return createSessionConnection({
    ...{ baseUrl, requestToken: () => session?.csrfToken ?? "" },
    fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return send(input, { ...init, headers });
    },
  });
}
