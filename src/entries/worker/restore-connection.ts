import type { Waiting } from "../../domain/progress";
import type { Source } from "../../domain/source";
import { createDomainLoad } from "../../kintone/connection/domain-load";
import { createRenewableSession } from "../../kintone/connection/renewable-session";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { createServerClock } from "../../kintone/connection/server-clock";
import { createSessionConnection } from "../../kintone/connection/session-connection";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createSessionReader } from "../../kintone/reading/session-reader";
import { listenToSessions } from "../page/session-announcements";
import type { RestoreVisit } from "./restore-visit";

interface RestoreConnection {
  source: Source;
  requestsAllowed: () => number;
  /** It is needed no more. */
  end(): void;
}

/** kintone as the user of the visit, and nobody else: as polite as a run, and as patient. */
export function openRestoreConnection(
  { baseUrl, appId, guestSpaceId, operator, requestToken, requestsAtOnce }: RestoreVisit,
  { signal, onWaiting }: { signal: AbortSignal; onWaiting: (waiting: Waiting) => void },
): RestoreConnection {
  const { fetch: dated, clock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const session = createRenewableSession({ userCode: operator.code, requestToken });
  const aboutTheApp = { method: "GET", path: "app", query: { id: appId }, guestSpaceId, signal } as const;
  const { asking, reading, requestsAllowed } = createRunConnection(
    createSessionConnection({ baseUrl, requestToken: session.requestToken, fetch }),
    {
      ...{ requestsAtOnce, load, now: clock.now, signal },
      patience: (probing) => ({
        ...{ onWaiting, loggedInAgain: session.loggedInAgain },
        probe: () => probing.json(aboutTheApp),
      }),
    },
  );
  return {
    source: createRestSource(reading, {
      userCode: operator.code,
      reader: createSessionReader(session, () => asking.json(aboutTheApp)),
    }),
    requestsAllowed,
    end: listenToSessions(session.hear),
  };
}
