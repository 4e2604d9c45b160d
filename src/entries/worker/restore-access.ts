import type { Waiting } from "../../domain/progress";
import type { AppRef } from "../../domain/target";
import { createDomainLoad } from "../../kintone/connection/domain-load";
import { createRenewableSession } from "../../kintone/connection/renewable-session";
import { createServerClock } from "../../kintone/connection/server-clock";
import { createSessionConnection } from "../../kintone/connection/session-connection";
import { messagesFor } from "../../screens/text/run/language";
import { listenToSessions } from "../page/session-announcements";
import { createRestoreAccess, type RestoreAccess } from "../wiring/restoring";
import type { RestoreVisit } from "./restore-visit";

/** Signed in as the user of the visit, and nobody else; until `end` is called. */
export function openSession({ baseUrl, operator, requestToken }: RestoreVisit) {
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const session = createRenewableSession({ userCode: operator.code, requestToken });
  const connection = createSessionConnection({ baseUrl, requestToken: session.requestToken, fetch });
  return { connection, session, serverClock, load, userCode: operator.code, end: listenToSessions(session.hear) };
}

interface AccessHost {
  signal: AbortSignal;
  waiting: (waiting: Waiting) => void;
}

/** Does something with kintone as the user of the visit. */
export async function withRestoreAccess<Result>(
  visit: RestoreVisit,
  { signal, waiting }: AccessHost,
  work: (access: RestoreAccess) => Promise<Result>,
): Promise<Result> {
  const { end, ...signedIn } = openSession(visit);
  try {
    const { settings, language, pluginVersion } = visit;
    const messages = messagesFor(language);
    const around = { ...signedIn, settings, messages, pluginVersion, signal, waiting };
    return await work(createRestoreAccess({ ...around, app: managementApp(visit) }));
  } finally {
    end();
  }
}

export function managementApp({ appId, guestSpaceId }: RestoreVisit): AppRef {
  return { appId, ...(guestSpaceId && { guestSpaceId }) };
}
