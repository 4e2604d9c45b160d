import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { versionOf } from "../../records/record-version";
import { decimal } from "../compare/decimal";
import { quoted } from "./quoted";

/** The field of another app that a lookup's keys are looked for in. */
export interface LookedInto {
  app: AppRef;
  keyField: string;
  /** Codes of the fields there that the lookup copies. */
  copied: readonly string[];
}

/** Where the records are that lookups copy from. */
export interface LookedUp {
  /**
   * The records under each of the keys, by `keyText`: none, one, or two where there are more. Rejects with a `BackupError` when the app
   * cannot be looked into.
   */
  find(into: LookedInto, keys: readonly string[]): Promise<ReadonlyMap<string, readonly KintoneRecord[]>>;
}

/** A record number is written with the app's code or without; a number in whatever way. */
export function keyText(value: unknown): string {
  const text = String(value ?? "");
  return decimal(text) ?? text.replace(/^[^-\s]+-(?=\d+$)/u, "");
}

const KEYS_AT_ONCE = 100;

/** As kintone has them now. Costs a request for each hundred keys. */
export function lookedUpInKintone(source: Pick<Source, "readRecords" | "recordsPerPage">): LookedUp {
  return {
    async find({ app, keyField }, keys) {
      const found = new Map<string, KintoneRecord[]>();
      for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
        const query = keys
          .slice(at, at + KEYS_AT_ONCE)
          .map((key) => `${keyField} = ${quoted(key)}`)
          .join(" or ");
        for (let [afterId, more] = ["0", true]; more;) {
          const page = await source.readRecords(app, { query, afterId });
          for (const record of page) bookUnder(found, keyText(cellOf(record, keyField)?.value), record);
          const last = page.at(-1);
          more = last !== undefined && page.length === source.recordsPerPage;
          if (last) afterId = versionOf(last).id;
        }
      }
      return found;
    },
  };
}

/** The second one tells that a key is repeated; nobody needs a third. */
export function bookUnder(found: Map<string, KintoneRecord[]>, key: string, record: KintoneRecord): void {
  found.set(key, [...(found.get(key) ?? []), record].slice(0, 2));
}
