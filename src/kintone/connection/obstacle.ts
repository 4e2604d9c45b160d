import { BackupError, type ErrorFacts, type Obstacle } from "../../domain/errors";

type Meaning = Pick<ErrorFacts, "obstacle" | "reason">;

/** By the names that systems and Node give to why nobody was reached. Browsers give none. */
const BY_CODE: Readonly<Record<string, Obstacle>> = {
  ...{ ENOTFOUND: "name", EAI_NONAME: "name", EAI_NODATA: "name", EAI_AGAIN: "name-server", EAI_FAIL: "name-server" },
  ECONNREFUSED: "refused",
  ...{ EHOSTUNREACH: "no-route", ENETUNREACH: "no-route", EHOSTDOWN: "no-route", ENETDOWN: "no-route" },
  ...{ ETIMEDOUT: "no-answer", UND_ERR_CONNECT_TIMEOUT: "no-answer" },
};

/** Why OpenSSL does not trust a certificate (its `X509_V_ERR_*`), and Node a name in it. */
const CERTIFICATE =
  /^(ERR_TLS_CERT_ALTNAME|CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH)/;

/** What answers speaks no TLS, or none that we speak. What breaks in the middle of a transfer has other names, and passes. */
const NO_TLS = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|.*(PROTOCOL|HANDSHAKE_FAILURE).*)$/;

/** Of undici, behind a proxy that opens no way to kintone. */
const PROXY = /^Proxy response \((\d{3})\)/;

/**
 * What undici's `fetch` makes of an answer with 407 (`httpNetworkOrCacheFetch` in its `lib/web/fetch/index.js`): a failure without a word. All
 * others of what is asked here have one.
 */
const isWordless = (error: Error) => error.message === "" && error.name === "Error" && error.cause === undefined;

/** Waiting does not change these. */
const LASTING: ReadonlySet<Obstacle | undefined> = new Set<Obstacle>(["certificate", "no-tls"]);

/** Why nobody was reached, as far as what `fetch` threw, or one of its causes, tells. */
export function obstacleIn(thrown: unknown): Meaning {
  for (const error of causesOf(thrown)) {
    const { code = "", message } = error;
    if (CERTIFICATE.test(code)) return { obstacle: "certificate", reason: code };
    if (NO_TLS.test(code)) return { obstacle: "no-tls", reason: code };
    const [, proxySaid] = PROXY.exec(message) ?? [];
    if (code === "" && isWordless(error)) return { obstacle: "proxy", reason: "HTTP 407" };
    if (proxySaid) return { obstacle: "proxy", reason: `HTTP ${proxySaid}` };
    const obstacle = BY_CODE[code];
    if (obstacle) return { obstacle, reason: code };
  }
  return {};
}

export function isLasting({ obstacle, reason }: Meaning): boolean {
  return LASTING.has(obstacle) || (obstacle === "proxy" && reason === "HTTP 407");
}

/** What Node calls what comes before a request: there is no connection yet. Browsers do not tell. */
const BEFORE_SENDING: ReadonlySet<string | undefined> = new Set(["connect", "getaddrinfo"]);

/** Whether it is certain that nobody got the request: there was no such name, no connection, no way through the proxy. */
export function wasNeverSent({ code, cause }: BackupError): boolean {
  if (code !== "NETWORK" && code !== "UNREACHABLE") return false;
  return [...causesOf(cause)].some(
    (error) =>
      BEFORE_SENDING.has(error.syscall) || error.code === "UND_ERR_CONNECT_TIMEOUT" || PROXY.test(error.message),
  );
}

/**
 * Somebody else answers for kintone: who, by the status. Nobody's address is wrong where it is that of kintone's own page.
 */
export function obstacleByStatus(status: number, fromPage: boolean): Obstacle | undefined {
  if (status === 401) return "basic-authentication";
  if (status === 403) return "access-restriction";
  if (status === 407) return "proxy";
  if (fromPage) return undefined;
  return status >= 300 && status < 400 ? "redirect" : "website";
}

/** The same, when there is nothing to wait for. */
export function unreachable({ message, facts, answer, cause }: BackupError): BackupError {
  return new BackupError("UNREACHABLE", message, { facts, ...(answer && { answer }), cause });
}

function* causesOf(thrown: unknown): Generator<Error & { code?: string; syscall?: string }> {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    yield error;
    // A name with several addresses: one failure for each of them.
    if (error instanceof AggregateError) for (const each of error.errors as unknown[]) yield* causesOf(each);
  }
}
