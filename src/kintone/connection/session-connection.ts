import type { Connection } from "./connection";
import { type Access, createHttpConnection } from "./http-connection";

interface SessionAccess {
  /** The origin of the page. A value, because a Worker has no `kintone` to ask. */
  baseUrl: string;
  /** `kintone.getRequestToken()`, of the session as it is when it is called. */
  requestToken: () => string;
  fetch?: typeof fetch;
}

/**
 * As the user who is logged in to this browser: the session cookie goes along by itself, `X-Requested-With` tells
 * kintone to accept it, and writes carry the CSRF token (cybozu.dev authentication; rest-api-client).
 */
export function createSessionConnection(access: SessionAccess): Connection {
  return createHttpConnection(sessionAccess(access));
}

export function sessionAccess(access: SessionAccess): Access {
  return { ...access, headers: { "X-Requested-With": "XMLHttpRequest" }, secrets: [] };
}
