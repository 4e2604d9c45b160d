import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { RunStart } from "../../domain/outcome";
import type { RecordStore } from "../../domain/record-store";
import { isChained } from "../chain/link";
import { mayBeTaken } from "../records/taken";
import { written } from "../records/written";
import { returnedRunId } from "../runs/returned-run";
import type { AppValues } from "../records/app-values";
import { isSilent, LOCK, lockHolder } from "./lock";
import { isForGood, refusedOrThrown, tellingRights } from "./refused-begin";
import { takeOver } from "./take-over";

/** What begins, a run or a restore. */
export interface Beginning extends Pick<RunStart, "runId" | "operator"> {
  /** The record that holds the lock, given the id that it has there; made anew for each try, as a file goes into one record only once. */
  record: (runId: string) => Promise<AppValues>;
  restores?: true;
  /** A query that only an app answers which has all fields and options that the record needs. */
  needs: string;
}

/**
 * A dead one is taken over with one, that we were taken over ourselves is found with another. Others may free or take the
 * lock between our requests; more often than this it is no coincidence.
 */
const ATTEMPTS = 4;

/** Takes the lock, as `History.begin` and `Restores.begin` say. Resolves to the id in the record. */
export async function takeLock(store: RecordStore, beginning: Beginning, clock: Clock): Promise<string> {
  return written(async () => {
    try {
      return await take(tellingRights(store), beginning, clock);
    } catch (thrown) {
      throw refusedOrThrown(thrown, beginning);
    }
  });
}

/**
 * Makes the new record, which holds the lock. What goes on after its process was killed finds the lock still held for it, or
 * has been taken over meanwhile: then it gets another record.
 */
async function take(store: RecordStore, { record, needs, ...begun }: Beginning, clock: Clock): Promise<string> {
  await lookForFields(store, needs);
  const returned = returnedRunId(begun.runId);
  let { runId } = begun;
  let refused: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const values = await record(runId);
    try {
      await store.add(values);
      return runId;
    } catch (error) {
      refused = error;
    }
    if (!mayHaveBegun(toBackupError(refused))) throw refused;

    const present = (await store.find(`run_lock = "${LOCK}" limit 1`))[0];
    if (present === undefined) {
      if (await isTold(store, begun.runId)) runId = returned;
      continue;
    }
    const holder = lockHolder(present);
    if (holder.runId === begun.runId || holder.runId === returned) return holder.runId;
    if (!isSilent(holder, clock)) {
      throw new BackupError("ANOTHER_RUN", `${holder.runId} holds the lock`, {
        facts: {
          ...{ operator: holder.operator, since: holder.startedAt },
          ...(holder.isRestore && { restores: true as const }),
        },
      });
    }
    refused = (await takeOver(store, present)) ?? refused;
  }
  throw refused;
}

/** The key of a file puts it into one record, once: a first try whose answer was lost may have taken it. */
function mayHaveBegun(error: BackupError): boolean {
  return mayBeTaken(error) || error.code === "FILE_GONE";
}

/**
 * Asks something that only the history's fields can answer, and only who may view them. Values of fields that an app does not
 * have are passed over (cy-takeuchi/monosashi `fixtures/write-behavior.md`): in whatever app this is, a record of nothing would be
 * made, without a lock. And who may add but not view could never end what they began. What passes is left to the record itself.
 */
async function lookForFields(store: RecordStore, needs: string): Promise<void> {
  await store.find(needs).catch((thrown: unknown) => {
    if (isForGood(thrown)) throw thrown;
  });
}

/** Whether there is a record that is a link of the chain already. */
async function isTold(store: RecordStore, runId: string): Promise<boolean> {
  const [record] = await store.find(`run_id = "${runId}" limit 1`);
  return record !== undefined && isChained(record);
}
