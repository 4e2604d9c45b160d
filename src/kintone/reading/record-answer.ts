import type { KintoneRecord } from "../../archive/records/kintone-app";
import { BackupError } from "../../domain/errors";
import type { CopiedRecords, CopyOrder } from "../../domain/record-copies";
import type { RecordsRange } from "../../domain/source";
import { textOf } from "../connection/answer-body";
import { unexpectedAnswer } from "../connection/errors";
import { createCopier } from "../../records/copier";
import { ascend } from "./record-conditions";
import { recordLines } from "./record-slices";

/** Between which ids records were asked for. */
export type AskedIds = Pick<RecordsRange, "afterId" | "upToId">;

/**
 * Makes copies of the records in kintone's answers, here or on another thread. Rejects with `ANSWER_TOO_LARGE`, or with `BAD_RESPONSE`:
 * retryable when the answer is not whole, and not when it has records that were not asked for.
 */
export type CopyAnswer = (answer: Uint8Array<ArrayBuffer>, asked: AskedIds, order: CopyOrder) => Promise<CopiedRecords>;

/** On the thread that asks. */
export function createCopyHere(): CopyAnswer {
  const copiers = new WeakMap<CopyOrder, ReturnType<typeof createCopier>>();
  return async (answer, asked, order) => {
    const copy = copiers.get(order) ?? createCopier(order);
    copiers.set(order, copy);
    const { text, isWellFormed } = decoded(answer);
    const { records, ...others } = parsed(text);
    if (!Array.isArray(records)) throw unexpectedAnswer("no records");
    const found = records as Array<KintoneRecord | null>;
    const ids = found.map((record) => record?.$id?.value);
    if (!ascend(ids, asked.afterId, asked.upToId)) throw notAskedFor();
    const isPlain = Object.values(others).every((value) => typeof value !== "object" || value === null);
    return copy(found as KintoneRecord[], isPlain && isWellFormed ? recordLines(answer, found.length) : undefined);
  };
}

/** Bytes that are not UTF-8 must not get into the archive as they are. */
function decoded(answer: Uint8Array): { text: string; isWellFormed: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(answer), isWellFormed: true };
  } catch {
    return { text: textOf(answer), isWellFormed: false };
  }
}

function parsed(text: string): { records?: unknown } {
  try {
    return JSON.parse(text) as { records?: unknown };
  } catch {
    throw new BackupError("BAD_RESPONSE", "kintone answered with JSON that is cut off or broken", {
      ...{ retryable: true, divisible: true },
    });
  }
}

/** One of them may be wrong, and the others right: divisible. */
export function notAskedFor(): BackupError {
  return unexpectedAnswer("records that were not asked for", { divisible: true });
}
