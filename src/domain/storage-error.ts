import { BackupError, type ErrorCode, type ErrorFacts } from "./errors";

type Meaning = { code: ErrorCode; refusal?: NonNullable<ErrorFacts["refusal"]> };

const noSpace: Meaning = { code: "NO_SPACE" };
const notWritable: Meaning = { code: "DELIVERY_FAILED", refusal: "not-writable" };
const noFolder: Meaning = { code: "DELIVERY_FAILED", refusal: "no-folder" };

/** By the names that POSIX gives to the reasons of a file system, and every system that Node runs on with it. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ...{ ENOSPC: noSpace, EDQUOT: noSpace },
  ...{ EACCES: notWritable, EPERM: notWritable, EROFS: notWritable },
  ...{ ENOENT: noFolder, ENOTDIR: noFolder },
};

/**
 * What a file system refused, as the error of a run. The cause's own message names a path of this machine, which is nobody
 * else's business: it goes no further than `cause`.
 *
 * @param otherwise what any other reason amounts to
 */
export function storageError(thrown: unknown, otherwise: ErrorCode, facts: ErrorFacts = {}): BackupError {
  if (thrown instanceof BackupError) return thrown.with(facts);
  const { code: reason, name } = thrown as { code?: string; name?: string };
  const { code, refusal }: Meaning = MEANINGS[reason ?? ""] ?? { code: otherwise };
  return new BackupError(code, `The file system refused: ${reason ?? name ?? "no reason"}`, {
    facts: { ...facts, ...(refusal && { refusal }) },
    cause: thrown,
  });
}
