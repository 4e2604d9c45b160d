import { createDomain } from "../emulator/domain/domain";
import type { StoredRecord } from "../emulator/records/record";
import { startEmulator } from "../emulator/server";
import { COMMENTS, LONG_RECORDS_OF_A_PAGE, LONGER_RECORDS } from "./long-records";

/**
 * A local kintone in a process of its own: apps whose records are a megabyte each and more (a page of 500 is 500 MB), and one whose only record
 * has long comments. Prints its address.
 */
const domain = createDomain();
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
const time = "2026-11-20T00:00:00Z";
const properties = { 本文: { type: "MULTI_LINE_TEXT", code: "本文", label: "本文" } };

for (const { appId, records, bytes } of [LONGER_RECORDS, LONG_RECORDS_OF_A_PAGE]) {
  const app = domain.addApp({ id: appId, name: "長い議事録", creator: "admin", properties });
  app.records.generate(records, (id): StoredRecord => ({
    ...{ id, revision: 1, creator: "admin", createdTime: time, modifier: "admin", updatedTime: time },
    ...{ status: undefined, assignees: [] },
    // Ten bytes are four letters.
    values: { 本文: `${id} `.padEnd(bytes * 0.4, "議事録 ") },
  }));
}

const { appId, comments, letters } = COMMENTS;
const talk = domain.addApp({ id: appId, name: "長いやりとり", creator: "admin", properties });
const { id } = talk.addRecord({ 本文: { value: "議題" } });
const text = "議".repeat(letters);
talk.records.setComments(
  id,
  Array.from({ length: comments }, (_, at) => ({ id: at + 1, text, creator: "admin", createdAt: time, mentions: [] })),
);

const { url } = await startEmulator({ domain });
process.stdout.write(`${url}\n`);
