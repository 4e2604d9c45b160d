import { expect, it } from "vitest";
import { readJsonLines } from "../../src/archive/records/json-lines";
import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { readZip } from "../../src/archive/zip/zip-reader";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { runUnopened, target } from "../backup/whole-runs/run-against";
import { kintoneApart, watchMemory } from "./apart";

const RECORDS = 560;
const kintone = kintoneApart("long-records-kintone.ts");

it(
  `${RECORDS} records of 1.1 MB, of which no page of 500 is read, in little memory`,
  { timeout: 600_000 },
  async () => {
    const grown = watchMemory();
    const workspace = await createFolderWorkspace(kintone.folder, "run");
    const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
    const asked: string[] = [];
    const { outcome, volumes } = await runUnopened(kintone.url, [target(1, { include })], {
      workspace,
      before({ purpose, parameter }) {
        const limit = /limit (\d+)$/.exec(parameter("query") ?? "")?.[1];
        if (purpose === "sample" || purpose === "page") asked.push(`${purpose} ${limit}`);
      },
    });
    const growth = grown();
    expect(outcome).toMatchObject({ status: "success", records: RECORDS });
    expect(asked.filter((one) => one.startsWith("sample"))).toEqual([
      "sample 500",
      "sample 250",
      "sample 100",
      "sample 20",
    ]);
    expect(new Set(asked.filter((one) => one.startsWith("page")))).toEqual(new Set(["page 20"]));
    const ids: number[] = [];
    for (const { file } of volumes) {
      for (const entry of (await readZip(file)).entries.filter((each) => each.path === "1/records.jsonl")) {
        for await (const record of readJsonLines(entry.open())) ids.push(Number((record as KintoneRecord).$id?.value));
      }
    }
    expect(ids).toEqual(Array.from({ length: RECORDS }, (_, index) => index + 1));
    expect(growth).toBeLessThan(600 * 1024 ** 2);
  },
);
