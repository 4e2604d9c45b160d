import { BackupError, type Refusal } from "../../domain/errors";
import { valueIn } from "./xml";

/** By the codes of S3, which the stores that speak its language share. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ...{ InvalidAccessKeyId: "wrong-keys", SignatureDoesNotMatch: "wrong-keys", InvalidToken: "wrong-keys" },
  ...{ ExpiredToken: "wrong-keys", RequestTimeTooSkewed: "clock", NoSuchBucket: "no-bucket" },
  ...{ AccessDenied: "denied", AllAccessDisabled: "denied", AccountProblem: "denied" },
  ...{
    PermanentRedirect: "other-region",
    AuthorizationHeaderMalformed: "other-region",
    TemporaryRedirect: "other-region",
  },
  ...{ IllegalLocationConstraintException: "other-region", ObjectLockConfigurationNotFoundError: "no-lock" },
};
const BY_STATUS: Readonly<Record<number, Refusal>> = { 301: "other-region", 307: "other-region", 403: "denied" };

const FULL: ReadonlySet<string> = new Set([
  "QuotaExceeded",
  "InsufficientStorage",
  "InsufficientCapacity",
  "XMinioStorageFull",
]);

const LONGEST = 200;

/** What a store answered that is not what was asked for. `cause` has its status and code. */
export async function s3Failure(response: Response): Promise<BackupError> {
  const body = await response.text().catch(() => "");
  return failureOf(response.status, body);
}

/** Some stores answer 200 before they know how it ends, and tell the error in the body. */
export function failureOf(status: number, body: string): BackupError {
  const code = valueIn(body, "Code") ?? "";
  const message = valueIn(body, "Message") ?? "";
  const isFull = FULL.has(code) || status === 507;
  const isAboutLock = /object.?lock/i.test(message) && status === 400;
  const refusal = isAboutLock ? "no-lock" : (REFUSALS[code] ?? BY_STATUS[status] ?? "refused");
  const said = `${code || `HTTP ${status}`} ${message}`.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST);
  return new BackupError(isFull ? "NO_SPACE" : "DELIVERY_FAILED", `The store answered ${status}`, {
    facts: { ...(!isFull && { refusal }), said },
    cause: { status, code },
  });
}

/** The store did not answer. */
export function notReached(cause: unknown): BackupError {
  const { code } = ((cause as { cause?: unknown }).cause ?? {}) as { code?: unknown };
  return new BackupError("DELIVERY_FAILED", "The store was not reached", {
    facts: { refusal: "not-reached", ...(typeof code === "string" && { said: code }) },
    cause,
  });
}

/** The status that an error is about, when a store answered. */
export function statusOf(thrown: unknown): number | undefined {
  return ((thrown as { cause?: { status?: number } } | undefined)?.cause ?? {}).status;
}
