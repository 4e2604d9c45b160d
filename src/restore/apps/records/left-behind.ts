import { archivedRecords } from "../../../archive/reading/archived-records";
import type { KintoneRecord } from "../../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../../archive/records/understood";
import { numberNow, type RecordNumbers } from "../../plan/record-numbers";
import type { KnownApp } from "./known-set";
import type { LookupLink } from "./lookup-links";
import { mayNameApps, oldIdsInRecord } from "./old-ids";
import { archivedIdOf } from "./set-app";
import type { SetReportLine } from "./set-report-line";

/** How many values of records did not find to the new apps. */
export interface LeftBehind {
  /** Links to apps of the set by the ids that they had. */
  oldIds: number;
  /** Lookups by the number of a record that is not there. */
  lostKeys: number;
  /** Records that begin their process anew, as nobody asked for their status. */
  statuses: number;
}

interface Looking {
  /** Ids that apps of the set had. */
  setIds: ReadonlySet<string>;
  /** Lookups of the app by record numbers. */
  links: readonly LookupLink[];
  numbers: RecordNumbers;
  /** The status of a record that a new one does not have by itself, where it is not put back. */
  statusOf?: ((record: KintoneRecord) => string | undefined) | undefined;
  newIds: ReadonlyMap<string, string>;
  signal: AbortSignal;
  tell: (line: SetReportLine) => Promise<void>;
}

/** Tells of every value of an app's records that names something by what it was called before, and that nothing follows. Reads the archive once, and asks nobody. */
export async function tellLeftBehind(
  { archived, ...named }: KnownApp,
  { setIds, links, numbers, newIds, statusOf, signal, tell }: Looking,
): Promise<LeftBehind> {
  const app = archivedIdOf({ archived, ...named });
  const decoder = new TextDecoder();
  const left = { oldIds: 0, lostKeys: 0, statuses: 0 };
  for await (const records of archivedRecords(archived)) {
    signal.throwIfAborted();
    for (const { id, line } of records) {
      const text = decoder.decode(line);
      if (links.length === 0 && !statusOf && !mayNameApps(text)) continue;
      const record = JSON.parse(text) as KintoneRecord;
      const newId = newIds.get(id);
      const about = { app, id, ...(newId !== undefined && { newId }) };
      for (const found of oldIdsInRecord(record, setIds)) {
        left.oldIds += 1;
        await tell({ kind: "old-id", ...about, ...found });
      }
      const status = statusOf?.(record);
      if (status !== undefined) {
        left.statuses += 1;
        await tell({ kind: "status", ...about, status, outcome: "left" });
      }
      for (const { field, key } of lostKeysIn(record, links, numbers)) {
        left.lostKeys += 1;
        await tell({ kind: "key-lost", app, id, field, key });
      }
    }
  }
  return left;
}

function lostKeysIn(record: KintoneRecord, links: readonly LookupLink[], numbers: RecordNumbers) {
  return links.flatMap(({ field, table }) => {
    const groups = table === undefined ? [record] : rowsOf(cellOf(record, table)).map(({ value }) => value);
    return groups.flatMap((cells) => {
      const cell = cellOf(cells, field);
      const key = String(cell?.value ?? "");
      const isLost = cell && key !== "" && numberNow(cell, numbers.get(field) ?? new Map()).value === "";
      return isLost ? [{ field, key }] : [];
    });
  });
}
