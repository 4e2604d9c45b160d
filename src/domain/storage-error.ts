import { BackupError, type ErrorFacts, type Refusal } from "./errors";

/** Whose error it is: of the place where the files of a run lie while it works, or of the one where its volumes go. */
export type FailedPlace = "WORKSPACE_FAILED" | "DELIVERY_FAILED";

/** By the names of POSIX, and that of browsers. */
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "QuotaExceededError"]);

/** Those for which people can be told what to do. Any other is just as much the place's, and there is no list of them all. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ...{ EACCES: "not-writable", EPERM: "not-writable", EROFS: "not-writable" },
  ...{ ENOENT: "no-folder", ENOTDIR: "no-folder" },
};

/**
 * What a place threw, as the error of a run. The cause's own message names a path of this machine, which is nobody else's
 * business: it goes no further than `cause`.
 */
export function storageError(thrown: unknown, place: FailedPlace, facts: ErrorFacts = {}): BackupError {
  if (thrown instanceof BackupError) return thrown.with(facts);
  const reason = reasonOf(thrown);
  const refusal = REFUSALS[reason];
  return new BackupError(FULL.has(reason) ? "NO_SPACE" : place, `The file system refused: ${reason}`, {
    facts: { ...facts, ...(refusal && { refusal }), ...(reason !== NO_REASON && { reason }) },
    cause: thrown,
  });
}

const NO_REASON = "no reason";

/** A name that a system gives to its reason; never a sentence, which could hold a path. */
function reasonOf(thrown: unknown): string {
  const { code, name } = (thrown ?? {}) as { code?: unknown; name?: unknown };
  const isName = (value: unknown): value is string => typeof value === "string" && /^[A-Z]\w{2,39}$/.test(value);
  return ([code, name].find((value) => isName(value) && value !== "Error") as string | undefined) ?? NO_REASON;
}
