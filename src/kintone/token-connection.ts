import type { Connection } from "./connection";
import { createHttpConnection } from "./http-connection";

interface TokenAccess {
  baseUrl: string;
  /** One per app; kintone takes up to nine at a time. */
  apiTokens: readonly string[];
  /** Who calls, for Cybozu's operators: `product/version`. */
  userAgent: string;
  fetch?: typeof fetch;
}

/** With API tokens, which act as Administrator within the rights of each token (cybozu.dev authentication). */
export function createTokenConnection({ apiTokens, userAgent, ...access }: TokenAccess): Connection {
  return createHttpConnection({
    ...access,
    headers: { "User-Agent": userAgent, "X-Cybozu-API-Token": apiTokens.join(",") },
  });
}
