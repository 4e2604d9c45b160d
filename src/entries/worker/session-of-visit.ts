import type { AppRef } from "../../domain/target";
import { createDomainLoad } from "../../kintone/connection/domain-load";
import { createRenewableSession } from "../../kintone/connection/renewable-session";
import { createServerClock } from "../../kintone/connection/server-clock";
import { createSessionConnection } from "../../kintone/connection/session-connection";
import { listenToSessions } from "../page/session-announcements";
import type { PageVisit } from "./page-visit";

/** Signed in as the user of the visit, and nobody else; until `end` is called. */
export function openSession({ baseUrl, operator, requestToken, appId, guestSpaceId }: PageVisit) {
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const session = createRenewableSession({ userCode: operator.code, requestToken });
  const connection = createSessionConnection({ baseUrl, requestToken: session.requestToken, fetch });
  const app: AppRef = { appId, ...(guestSpaceId && { guestSpaceId }) };
  return { connection, session, serverClock, load, userCode: operator.code, app, end: listenToSessions(session.hear) };
}
