import { toBackupError } from "../../domain/errors";
import type { RecordStore } from "../../domain/record-store";
import type { AppValues } from "../records/app-values";
import { NEW_COLUMNS } from "./fact-lists";
import { CHAIN_VERSIONS, type Cells } from "./facts";
import { lastDigest } from "./last-digest";
import { linkAfter } from "./link";

/** What makes the record of a run or a restore the next link of the history's chain. Rejects when the chain cannot be read. */
export async function nextLink(store: RecordStore, record: Cells): Promise<AppValues> {
  const version = await versionKept(store);
  return linkAfter(await lastDigest(store), record, version);
}

/**
 * An app that was prepared for an earlier list has not all columns. kintone passes over values for those, and a digest
 * of them would never fit; but it refuses a condition on them.
 */
async function versionKept(store: RecordStore): Promise<number | undefined> {
  for (const version of CHAIN_VERSIONS) {
    // A list has all that the ones before it have.
    const columns = [...NEW_COLUMNS].flatMap(([since, column]) => (since <= version ? [column] : []));
    if (columns.length === 0 || (await haveAll(store, columns))) return version;
  }
  return undefined;
}

async function haveAll(store: RecordStore, columns: readonly string[]): Promise<boolean> {
  try {
    await store.find(`${columns.map((column) => `${column} in ("-")`).join(" or ")} limit 1`);
    return true;
  } catch (thrown) {
    if (toBackupError(thrown).code !== "QUERY_REFUSED") throw thrown;
    return false;
  }
}
