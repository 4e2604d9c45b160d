import { base64 } from "./base64";
import type { Connection } from "./connection";
import { type Access, createHttpConnection } from "./http-connection";

interface PasswordAccess {
  baseUrl: string;
  username: string;
  password: string;
  /** Who calls, for Cybozu's operators: `product/version`. */
  userAgent: string;
  fetch?: typeof fetch;
}

/** As a user with a log-in name and a password; not for users with two-factor authentication (cybozu.dev authentication). */
export function createPasswordConnection(access: PasswordAccess): Connection {
  return createHttpConnection(passwordAccess(access));
}

export function passwordAccess({ username, password, userAgent, ...access }: PasswordAccess): Access {
  const authorization = base64(`${username}:${password}`);
  return {
    ...access,
    headers: { "User-Agent": userAgent, "X-Cybozu-Authorization": authorization },
    secrets: [password, authorization],
  };
}
