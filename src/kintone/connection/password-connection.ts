import { base64 } from "./base64";
import type { Connection } from "./connection";
import { createHttpConnection } from "./http-connection";

interface PasswordAccess {
  baseUrl: string;
  username: string;
  password: string;
  /** Who calls, for Cybozu's operators: `product/version`. */
  userAgent: string;
  fetch?: typeof fetch;
}

/** As a user with a log-in name and a password; not for users with two-factor authentication (cybozu.dev authentication). */
export function createPasswordConnection({ username, password, userAgent, ...access }: PasswordAccess): Connection {
  const authorization = base64(`${username}:${password}`);
  return createHttpConnection({
    ...access,
    headers: { "User-Agent": userAgent, "X-Cybozu-Authorization": authorization },
    secrets: [password, authorization],
  });
}
