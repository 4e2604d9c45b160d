import type { Credentials } from "../../command/credentials";
import type { Connection } from "../../kintone/connection/connection";
import { type Exchange, createExchange } from "../../kintone/connection/exchange";
import { createPasswordConnection, passwordAccess } from "../../kintone/connection/password-connection";
import { createTokenConnection, tokenAccess } from "../../kintone/connection/token-connection";

/** Access as who the command is. */
export function signIn(baseUrl: string, credentials: Credentials, userAgent: string, send: typeof fetch): Connection {
  const access = { baseUrl, userAgent, fetch: send };
  return "username" in credentials
    ? createPasswordConnection({ ...access, ...credentials })
    : createTokenConnection({ ...access, ...credentials });
}

/** The same, for who wants to see kintone's answers themselves. */
export function exchangeAs(baseUrl: string, credentials: Credentials, userAgent: string): Exchange {
  const access = { baseUrl, userAgent };
  return createExchange(
    "username" in credentials
      ? passwordAccess({ ...access, ...credentials })
      : tokenAccess({ ...access, ...credentials }),
  );
}
