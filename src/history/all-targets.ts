import type { AppRecord, RecordStore } from "./record-store";

/** kintone's maximum (OpenAPI 20250423: records). */
const PAGE = 500;

/** Every record of a target, enabled or not, by ascending `$id`. Rejects with what the store rejects with. */
export async function allTargets(store: RecordStore): Promise<AppRecord[]> {
  const targets: AppRecord[] = [];
  for (let last = "0"; ;) {
    const page = await store.find(`record_type in ("target") and $id > ${last} order by $id asc limit ${PAGE}`);
    targets.push(...page);
    if (page.length < PAGE) return targets;
    last = String(page.at(-1)?.$id?.value);
  }
}
