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
  return createHttpConnection({
    ...access,
    headers: { "User-Agent": userAgent, "X-Cybozu-Authorization": base64(`${username}:${password}`) },
  });
}

/** `btoa` knows only bytes, and passwords are UTF-8. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
