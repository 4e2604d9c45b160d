import { toBackupError } from "../../domain/errors";
import type { RecordStore } from "../../domain/record-store";
import type { AppValues } from "../runs/run-fields";
import { CHAIN_VERSIONS, type Cells, NEWEST_COLUMN } from "./facts";
import { lastDigest } from "./last-digest";
import { linkAfter } from "./link";

/** What makes the record of a run the next link of the history's chain. Rejects when the chain cannot be read. */
export async function nextLink(store: RecordStore, record: Cells): Promise<AppValues> {
  const version = await versionKept(store);
  return linkAfter(await lastDigest(store), record, version);
}

/**
 * An app that was prepared before the newest list has not all columns. kintone passes over values for those, and a digest
 * of them would never fit; but it refuses a condition on them.
 */
async function versionKept(store: RecordStore): Promise<number | undefined> {
  const lacksColumn = await store.find(`${NEWEST_COLUMN} in ("-") limit 1`).then(
    () => false,
    (thrown: unknown) => {
      if (toBackupError(thrown).code !== "QUERY_REFUSED") throw thrown;
      return true;
    },
  );
  return lacksColumn ? CHAIN_VERSIONS[1] : CHAIN_VERSIONS[0];
}
