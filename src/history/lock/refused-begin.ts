import { BackupError, type ErrorCode, type ErrorFacts, toBackupError } from "../../domain/errors";
import type { RunStart } from "../../domain/outcome";
import type { RecordStore } from "../../domain/record-store";

/**
 * kintone's own no, which it says again as long as nobody changes a right, the app or the settings. A log-in that is over is
 * waited for, and one that is refused is refused to every request: the next one tells.
 */
const FOR_GOOD: ReadonlyMap<ErrorCode, ErrorFacts["lacking"]> = new Map<ErrorCode, ErrorFacts["lacking"]>([
  ["NO_PERMISSION", undefined], // which right, `tellingRights` knows
  ["APP_NOT_FOUND", "app"],
  ["WRONG_SPACE", "app"],
  // Of what is asked here, kintone refuses only fields that it does not know.
  ["QUERY_REFUSED", "fields"],
  ["REFUSED", undefined],
]);

/** Whether kintone itself refused what is asked to begin a run, and not something on the way to it, which has no code of kintone's. */
export function isForGood(thrown: unknown): boolean {
  const { code, answer } = toBackupError(thrown);
  return FOR_GOOD.has(code) && answer?.code !== undefined;
}

/** Why a run or a restore must not be, with who wanted it, if kintone refused for good; otherwise what was thrown. */
export function refusedOrThrown(
  thrown: unknown,
  { operator, restores }: Pick<RunStart, "operator"> & { restores?: true },
): unknown {
  if (!isForGood(thrown)) return thrown;
  const error = toBackupError(thrown);
  const lacking = FOR_GOOD.get(error.code);
  return new BackupError("HISTORY_REFUSED", error.message, {
    cause: error,
    facts: {
      ...error.facts,
      operator: operator.name || operator.code,
      ...(lacking && { lacking }),
      ...(restores && { restores }),
    },
    ...(error.answer && { answer: error.answer }),
  });
}

/** The store, whose refusals for want of permission say which right in the app was asked for. */
export function tellingRights({ find, add, update, ...others }: RecordStore): RecordStore {
  const needing =
    <Given extends unknown[], Result>(
      lacking: NonNullable<ErrorFacts["lacking"]>,
      work: (...given: Given) => Promise<Result>,
    ) =>
    async (...given: Given): Promise<Result> => {
      try {
        return await work(...given);
      } catch (thrown) {
        const error = toBackupError(thrown);
        throw error.code === "NO_PERMISSION" ? error.with({ lacking }) : error;
      }
    };
  return { ...others, find: needing("view", find), add: needing("add", add), update: needing("edit", update) };
}
