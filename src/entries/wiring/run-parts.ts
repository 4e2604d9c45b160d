import type { RunParts } from "../../backup/run-context";
import type { ReportRunProgress, RunProgress } from "../../backup/run-progress";
import type { Clock } from "../../domain/clock";
import type { AppRef } from "../../domain/target";
import { usedRequests } from "../../history/runs/used-requests";
import { createHistory } from "../../history/runs/run-records";
import { createTargets } from "../../history/targets/targets";
import type { ApiRequest, Connection } from "../../kintone/connection/connection";
import type { Waiting } from "../../domain/progress";
import type { DomainLoad } from "../../kintone/connection/pace";
import type { RenewableSession } from "../../kintone/connection/renewable-session";
import { createRunConnection } from "../../kintone/connection/run-connection";
import type { CopyAnswer } from "../../kintone/reading/record-answer";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRestDomain } from "../../kintone/reading/rest-domain";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createSessionReader } from "../../kintone/reading/session-reader";
import { createRecordStore } from "../../kintone/writing/record-store";
import { writeReadme } from "../../screens/text/readme/readme-text";
import { describeLogEvent } from "../../screens/text/run/log-sentence";
import type { Messages } from "../../screens/text/run/messages";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import type { Settings } from "../../settings/settings";
import { domainWish } from "./run-options";

interface Surroundings {
  /** Signed in, and nothing more: patience and manners come on top. */
  connection: Connection;
  /** How busy the domain says that it is. */
  load: () => DomainLoad | undefined;
  /** kintone's time: whether another run is alive is judged by it. */
  serverClock: Clock;
  /** Login name of who reads; absent for API tokens. */
  userCode: string | undefined;
  /** The backup-management app. */
  app: AppRef;
  settings: Settings;
  messages: Messages;
  pluginVersion: string;
  report: ReportRunProgress;
  signal: AbortSignal;
  /** Where records are copied; on the thread of the run when absent. */
  copyAnswer?: CopyAnswer;
  /** Where somebody else may log in, and the run's user again. */
  session?: RenewableSession;
}

/** Before the run tells of anything, its connection may have to wait. */
const NOTHING_YET: RunProgress = {
  phase: "starting",
  ...{ records: { done: 0 }, attachments: { done: 0 }, bytes: { done: 0 }, requests: { done: 0 } },
};

/** What the connection alone knows is added to the last thing that the run told: that it waits, and its pace. */
function reportWithConnection(report: ReportRunProgress, requestsAtOnce: () => number) {
  let latest = NOTHING_YET;
  let waiting: Waiting = {};
  let hear: (waiting: Waiting) => void = () => undefined;
  const tell = () => report({ ...latest, requestsAtOnce: requestsAtOnce(), ...waiting });
  return {
    report(progress: RunProgress) {
      latest = progress;
      tell();
    },
    wait(now: Waiting) {
      waiting = now;
      tell();
      hear(now);
    },
    onWaiting(whoHears: (waiting: Waiting) => void) {
      hear = whoHears;
    },
  };
}

/** What a run needs of the world, but for where it works and where its volumes go: that differs from place to place. */
export function createRunParts(around: Surroundings): Omit<RunParts, "workspace" | "destination"> {
  const { app, messages, pluginVersion, serverClock, settings, signal, session } = around;
  const { requestsAtOnce } = settings;
  const aboutTheApp: ApiRequest = {
    ...{ method: "GET", path: "app", query: { id: app.appId } },
    ...{ guestSpaceId: app.guestSpaceId, signal },
  };
  const { report, wait, onWaiting } = reportWithConnection(around.report, () => requestsAllowed());
  const { asking, reading, writing, requestsAllowed, ...counts } = createRunConnection(around.connection, {
    ...{ requestsAtOnce, load: around.load, now: serverClock.now, signal },
    patience: (probing) => ({
      ...{ onWaiting: wait, loggedInAgain: session?.loggedInAgain },
      probe: () => probing.json(aboutTheApp),
    }),
  });
  const store = createRecordStore(writing, app);
  const wish = domainWish(settings);
  return {
    source: createRestSource(reading, {
      userCode: around.userCode,
      ...(around.copyAnswer && { copyAnswer: around.copyAnswer }),
      ...(session && { reader: createSessionReader(session, () => asking.json(aboutTheApp)) }),
    }),
    ...(wish && { domain: { ...wish, source: createRestDomain(reading) } }),
    targets: createTargets(store, createAppsOfRule(reading, app.appId)),
    history: createHistory(store, {
      clock: serverClock,
      pluginVersion,
      describe: (problem) => describeProblem(messages, problem),
    }),
    usedRequests: () => usedRequests(store, serverClock.now()),
    clock: { now: () => new Date(), seconds: () => performance.now() / 1000 },
    ...counts,
    signal,
    report,
    onWaiting,
    describe: (event) => describeLogEvent(messages, event),
    readme: (facts) => writeReadme(messages.locale, facts),
  };
}
