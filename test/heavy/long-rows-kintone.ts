import { createDomain } from "../emulator/domain/domain";
import type { StoredRecord } from "../emulator/records/record";
import { startEmulator } from "../emulator/server";
import { LONG_ROWS, TEN_THOUSAND_ROWS } from "./long-rows";

/**
 * A local kintone in a process of its own: two apps whose CSV is much longer than their JSON, as it repeats what is outside a table on each of
 * its rows. Prints its address.
 */
const domain = createDomain();
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
const time = "2026-11-20T00:00:00Z";
const TEXT = { type: "MULTI_LINE_TEXT", code: "所見", label: "所見" };
const TABLE = {
  ...{ type: "SUBTABLE", code: "測定", label: "測定" },
  fields: { 値: { type: "NUMBER", code: "値", label: "値" } },
};

for (const { appId, records, letters, rows } of [LONG_ROWS, TEN_THOUSAND_ROWS]) {
  const app = domain.addApp({
    ...{ id: appId, name: "長い行", creator: "admin", properties: { 所見: TEXT, 測定: TABLE } },
  });
  const table = Array.from({ length: rows }, (_, at) => ({ id: String(at + 1), values: { 値: String(at) } }));
  app.records.generate(records, (id): StoredRecord => ({
    ...{ id, revision: 1, creator: "admin", createdTime: time, modifier: "admin", updatedTime: time },
    ...{ status: undefined, assignees: [] },
    values: { 所見: `${id} `.padEnd(letters, "所見"), 測定: table },
  }));
}

const { url } = await startEmulator({ domain });
process.stdout.write(`${url}\n`);
