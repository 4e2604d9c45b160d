/**
 * The loop that stands for the limit: the requests that a restore into an empty app cannot do without, and nothing else. One writer, as parallel writes to an app provoke
 * locks; files side by side, each before the batch that it is in; in the end every record is read back once. Everything is in memory before it begins.
 *
 *   tsx limit-process.ts <file with a RestoringOrder>
 */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { archivedRecords, recordIn } from "../../../src/archive/reading/archived-records";
import { attachmentsOfRecord } from "../../../src/archive/records/attachments-of-record";
import { createValueWriter } from "../../../src/restore/plan/written-values";
import { ACCOUNT_HEADER } from "../kintone/account";
import { REQUESTS_AT_ONCE } from "../kintone/run-settings";
import { drain } from "../limit/drain";
import { pageRequests } from "../limit/needed-requests";
import { type RestoringOrder, withOpenRestoring } from "./order";

const BATCH = 100;
const order = JSON.parse(await readFile(process.argv[2] ?? "", "utf8")) as RestoringOrder;

const seconds = await withOpenRestoring(order, async ({ archived, forms }) => {
  const writer = createValueWriter({ form: forms.present, fields: forms.fields });
  const records = [];
  for await (const some of archivedRecords(archived)) records.push(...some.map(({ line }) => recordIn(line)));
  const files = new Map<string, { name: string; data: Blob }>();
  for (const record of records) {
    for (const { path, file } of attachmentsOfRecord(record)) {
      const entry = archived.entries.get(`${archived.facts.folder}/attachments/${path}`);
      const stream = (await entry?.open()) as ReadableStream<Uint8Array<ArrayBuffer>>;
      files.set(path, { name: file.name, data: await new Response(stream).blob() });
    }
  }

  const began = performance.now();
  const keys = new Map<string, Promise<string>>();
  const waiting = [...files].values();
  const uploaded = Array.from({ length: REQUESTS_AT_ONCE }, async () => {
    for (const [path, { name, data }] of waiting) {
      const form = new FormData();
      form.set("file", data, name);
      const key = send("POST", "file", form).then((answer) => (answer as { fileKey: string }).fileKey);
      keys.set(path, key);
      await key;
    }
  });
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = [];
    for (const record of records.slice(at, at + BATCH)) {
      const own = new Map<string, string>();
      for (const { path, field, rowIndex } of attachmentsOfRecord(record)) {
        while (!keys.has(path)) await Promise.race(keys.values());
        own.set(`${field} ${rowIndex ?? ""}`, await (keys.get(path) as Promise<string>));
      }
      batch.push(writer.ofNew(record, ({ field, rowIndex }) => own.get(`${field} ${rowIndex ?? ""}`), true));
    }
    await send("POST", "records", JSON.stringify({ app: order.into, records: batch }));
  }
  await Promise.all(uploaded);
  const lists = [pageRequests([{ appId: order.into, records: records.length, files: [] }])];
  const addresses = lists.map((list) => list.map((address) => `${order.baseUrl}${address}`));
  await drain({ lists: addresses, atOnce: REQUESTS_AT_ONCE, headers: ACCOUNT_HEADER });
  return (performance.now() - began) / 1000;
});
process.stdout.write(JSON.stringify({ seconds }));

async function send(method: string, path: string, body: string | FormData): Promise<unknown> {
  const type = typeof body === "string" ? { "content-type": "application/json" } : undefined;
  const url = `${order.baseUrl}/k/v1/${path}.json`;
  const answer = await fetch(url, { method, body, headers: { ...ACCOUNT_HEADER, ...type } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}
