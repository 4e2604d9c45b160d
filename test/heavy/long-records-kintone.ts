import { createDomain } from "../emulator/domain/domain";
import type { StoredRecord } from "../emulator/records/record";
import { startEmulator } from "../emulator/server";

/** A local kintone in a process of its own: an app with 560 records of 1.1 MB: a page of 500 is 550 MB. Prints its address. */
const domain = createDomain();
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
const app = domain.addApp({
  ...{ id: 1, name: "長い議事録", creator: "admin" },
  properties: { 本文: { type: "MULTI_LINE_TEXT", code: "本文", label: "本文" } },
});

const time = "2026-11-20T00:00:00Z";
app.records.generate(560, (id): StoredRecord => ({
  ...{ id, revision: 1, creator: "admin", createdTime: time, modifier: "admin", updatedTime: time },
  ...{ status: undefined, assignees: [] },
  values: { 本文: `${id} `.padEnd(440_000, "議事録 ") },
}));

const { url } = await startEmulator({ domain });
process.stdout.write(`${url}\n`);
