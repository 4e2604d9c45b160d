import { expect, it } from "vitest";
import { lineBytesOf, readJsonLines } from "../../src/archive/records/json-lines";
import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { readZip } from "../../src/archive/zip/zip-reader";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { type FinishedRun, runUnopened, target } from "../backup/whole-runs/run-against";
import { kintoneApart, watchMemory } from "./apart";
import { COMMENTS, LONG_RECORDS_OF_A_PAGE, LONGER_RECORDS } from "./long-records";

const kintone = kintoneApart("long-records-kintone.ts");
const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
const MEMORY = 600 * 1024 ** 2;

async function* fileOf({ volumes }: Pick<FinishedRun, "volumes">, path: string) {
  for (const { file } of volumes) {
    for (const entry of (await readZip(file)).entries) if (entry.path === path) yield entry.open();
  }
}

it.each([
  ["560 records of 1.1 MB", LONGER_RECORDS, ["sample 500", "sample 250", "sample 100", "sample 20"]],
  ["500 records of 1 MB", LONG_RECORDS_OF_A_PAGE, ["sample 500", "sample 250", "sample 100", "sample 20"]],
])("%s, of which no page of 500 is read, in little memory", { timeout: 600_000 }, async (_what, long, samples) => {
  const grown = watchMemory();
  const workspace = await createFolderWorkspace(kintone.folder, `run-${long.appId}`);
  const asked: string[] = [];
  const run = await runUnopened(kintone.url, [target(long.appId, { include })], {
    workspace,
    before({ purpose, parameter }) {
      const limit = /limit (\d+)$/.exec(parameter("query") ?? "")?.[1];
      if (purpose === "sample" || purpose === "page") asked.push(`${purpose} ${limit}`);
    },
  });
  const growth = grown();
  expect(run.outcome).toMatchObject({ status: "success", records: long.records });
  expect(asked.filter((one) => one.startsWith("sample"))).toEqual(samples);
  expect(new Set(asked.filter((one) => one.startsWith("page")))).toEqual(new Set(["page 20"]));
  const ids: number[] = [];
  for await (const file of fileOf(run, `${long.appId}/records.jsonl`)) {
    for await (const record of readJsonLines(file)) ids.push(Number((record as KintoneRecord).$id?.value));
  }
  expect(ids).toEqual(Array.from({ length: long.records }, (_, index) => index + 1));
  expect(growth).toBeLessThan(MEMORY);
});

it("a record with 3,000 comments of 65,535 letters, in little memory", { timeout: 600_000 }, async () => {
  const { appId, comments, letters } = COMMENTS;
  const grown = watchMemory();
  const workspace = await createFolderWorkspace(kintone.folder, "comments");
  const talk = target(appId, { include: { ...include, comments: true } });
  const run = await runUnopened(kintone.url, [talk], { workspace });
  const growth = grown();
  expect(run.outcome).toMatchObject({ status: "success", records: 1 });
  let [lines, bytes] = [0, 0];
  for await (const file of fileOf(run, `${appId}/comments.jsonl`)) {
    for await (const some of lineBytesOf(file)) {
      lines += some.length;
      for (const line of some) bytes += line.length;
    }
  }
  expect(lines).toBe(comments);
  expect(bytes).toBeGreaterThan(comments * letters * 3);
  expect(growth).toBeLessThan(MEMORY);
});
