import type { Clock } from "../../domain/clock";
import type { Waiting } from "../../domain/progress";
import type { AppRef } from "../../domain/target";
import type { ApiRequest, Connection } from "../../kintone/connection/connection";
import type { DomainLoad } from "../../kintone/connection/pace";
import type { RenewableSession } from "../../kintone/connection/renewable-session";
import { createRunConnection } from "../../kintone/connection/run-connection";
import type { CopyAnswer } from "../../kintone/reading/record-answer";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createSessionReader } from "../../kintone/reading/session-reader";
import { createRecordStore } from "../../kintone/writing/record-store";
import type { Messages } from "../../screens/text/run/messages";
import type { Settings } from "../../settings/settings";

/** Who works in a domain, for which backup-management app, and who may end it. */
export interface Surroundings {
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
  signal: AbortSignal;
  /** Where records are copied; on the thread of the run when absent. */
  copyAnswer?: CopyAnswer;
  /** Where somebody else may log in, and the run's user again. */
  session?: RenewableSession;
}

/** kintone as runs and restores use it: patient and polite, with the app that remembers them. */
export function kintoneOf(around: Surroundings, onWaiting: (waiting: Waiting) => void) {
  const { app, settings, serverClock, signal, session, copyAnswer, userCode, load } = around;
  const aboutTheApp: ApiRequest = {
    ...{ method: "GET", path: "app", query: { id: app.appId } },
    ...{ guestSpaceId: app.guestSpaceId, signal },
  };
  const { asking, reading, writing, requestsAllowed, ...counts } = createRunConnection(around.connection, {
    ...{ requestsAtOnce: settings.requestsAtOnce, load, now: serverClock.now, signal },
    patience: (probing) => ({
      ...{ onWaiting, loggedInAgain: session?.loggedInAgain },
      probe: () => probing.json(aboutTheApp),
    }),
  });
  return {
    ...{ asking, reading, writing, requestsAllowed, counts },
    source: createRestSource(reading, {
      userCode,
      ...(copyAnswer && { copyAnswer }),
      ...(session && { reader: createSessionReader(session, () => asking.json(aboutTheApp)) }),
    }),
    store: createRecordStore(writing, app),
    clock: { now: () => new Date(), seconds: () => performance.now() / 1000 },
  };
}
