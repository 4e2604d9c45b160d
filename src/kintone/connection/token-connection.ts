import { BackupError } from "../../domain/errors";
import type { Connection } from "./connection";
import { type Access, createHttpConnection } from "./http-connection";

interface TokenAccess {
  baseUrl: string;
  /** One per app; kintone takes up to nine at a time. */
  apiTokens: readonly string[];
  /** Who calls, for Cybozu's operators: `product/version`. */
  userAgent: string;
  fetch?: typeof fetch;
}

/** What a header can carry; kintone's tokens are letters and digits. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * With API tokens, which act as Administrator within the rights of each token (cybozu.dev authentication). Throws
 * `LOGIN_REFUSED` for one that cannot be sent: `fetch` would quote it in its own error, and that would look like a lost connection.
 */
export function createTokenConnection(access: TokenAccess): Connection {
  return createHttpConnection(tokenAccess(access));
}

export function tokenAccess({ apiTokens, userAgent, ...access }: TokenAccess): Access {
  if (!apiTokens.every((token) => TOKEN.test(token))) {
    throw new BackupError("LOGIN_REFUSED", "An API token has characters that cannot be sent");
  }
  return {
    ...access,
    headers: { "User-Agent": userAgent, "X-Cybozu-API-Token": apiTokens.join(",") },
    secrets: apiTokens,
  };
}
