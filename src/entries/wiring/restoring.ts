import type { Clock } from "../../domain/clock";
import type { Waiting } from "../../domain/progress";
import type { RecordStore } from "../../domain/record-store";
import { createRequestBudget } from "../../domain/request-budget";
import { dayOf } from "../../domain/requests";
import type { Restores } from "../../domain/restores";
import type { ComparisonOutcome } from "../../domain/restore-outcome";
import type { AppRef } from "../../domain/target";
import { usedRequests } from "../../history/runs/used-requests";
import { recordComparison } from "../../history/restores/compared";
import { createRestores, type RestoresOptions } from "../../history/restores/restore-records";
import type { ApiRequest, Connection } from "../../kintone/connection/connection";
import type { DomainLoad } from "../../kintone/connection/pace";
import { pause } from "../../kintone/connection/pause";
import type { RenewableSession } from "../../kintone/connection/renewable-session";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { createRestDirectory } from "../../kintone/reading/rest-directory";
import { createRestRecordRights } from "../../kintone/reading/rest-record-rights";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createSessionReader } from "../../kintone/reading/session-reader";
import { createRecordStore } from "../../kintone/writing/record-store";
import { createRestSink } from "../../kintone/writing/rest-sink";
import type { Messages } from "../../screens/text/run/messages";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import type { PreflightParts } from "../../restore/preflight/check-restore";
import type { RestoreWorld } from "../../restore/run-restore";
import type { Settings } from "../../settings/settings";
import { requestLimits } from "./run-options";

interface Surroundings {
  /** Signed in, and nothing more: patience and manners come on top. */
  connection: Connection;
  load: () => DomainLoad | undefined;
  /** kintone's time: whether another run is alive is judged by it. */
  serverClock: Clock;
  /** Login name of who restores; absent for API tokens. */
  userCode: string | undefined;
  /** The backup-management app. */
  app: AppRef;
  settings: Settings;
  messages: Messages;
  pluginVersion: string;
  signal: AbortSignal;
  waiting: (waiting: Waiting) => void;
  /** Where somebody else may log in, and the restore's user again. */
  session?: RenewableSession;
}

/** What comparing and restoring need of kintone, wherever they run. */
export type RestoreAccess = Pick<
  RestoreWorld,
  "source" | "sink" | "restores" | "requestsAllowed" | "requests" | "pause" | "clock" | "signal"
> &
  Pick<PreflightParts, "directory" | "rights"> & {
    /** What is left of an app's requests today; nothing when nobody knows. */
    requestsLeft: (appId: string) => Promise<PreflightParts["day"]>;
    /** As `recordComparison` of the history. */
    recordComparison: (outcome: ComparisonOutcome, differences: Iterable<string>) => Promise<string>;
  };

/** Reading as polite as a run, writing on a connection that breaks off nothing that is under way. */
export function createRestoreAccess(around: Surroundings): RestoreAccess {
  const { app, settings, serverClock, signal, session } = around;
  const aboutTheApp: ApiRequest = {
    ...{ method: "GET", path: "app", query: { id: app.appId } },
    ...{ guestSpaceId: app.guestSpaceId, signal },
  };
  const { asking, reading, writing, requestsAllowed, requests } = createRunConnection(around.connection, {
    ...{ requestsAtOnce: settings.requestsAtOnce, load: around.load, now: serverClock.now, signal },
    patience: (probing) => ({
      ...{ onWaiting: around.waiting, loggedInAgain: session?.loggedInAgain },
      probe: () => probing.json(aboutTheApp),
    }),
  });
  const store = createRecordStore(writing, app);
  const remembering: RestoresOptions = {
    clock: serverClock,
    pluginVersion: around.pluginVersion,
    describe: (problem) => describeProblem(around.messages, problem),
  };
  // What is only read ends with the signal.
  const { putBack } = createRestores(createRecordStore(asking, app), remembering);
  const restores: Restores = { ...createRestores(store, remembering), putBack };
  return {
    source: createRestSource(reading, {
      userCode: around.userCode,
      ...(session && { reader: createSessionReader(session, () => asking.json(aboutTheApp)) }),
    }),
    sink: createRestSink(writing, asking),
    requestsLeft: (appId) => requestsLeft(store, settings, serverClock.now(), appId).catch(() => undefined),
    recordComparison: (outcome, differences) => recordComparison(store, outcome, differences, remembering),
    directory: createRestDirectory(reading),
    rights: createRestRecordRights(reading),
    ...{ restores, requestsAllowed, requests, signal },
    pause: (seconds) => pause(seconds * 1000, signal),
    clock: { now: () => new Date(), seconds: () => performance.now() / 1000 },
  };
}

async function requestsLeft(store: RecordStore, settings: Settings, now: Date, appId: string) {
  const { perAppAndDay, ...limits } = requestLimits(settings);
  const used = await usedRequests(store, now);
  const budget = createRequestBudget({ perAppAndDay, ...limits }, used, {
    today: () => dayOf(now),
    requestsToday: () => 0,
  });
  return { left: budget.left(appId), perAppAndDay };
}
