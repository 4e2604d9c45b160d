import type { Catalogue } from "../kintone/catalogue";

/** How a browser speaks to kintone: with all requests over one connection, or with six connections. */
export type Protocol = "HTTP/2" | "HTTP/1.1";

export const addressOf = ({ url, secureUrl }: Catalogue, protocol: Protocol): string =>
  protocol === "HTTP/2" ? secureUrl : url;
