import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countCsvRecords } from "./csv-records";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "csv-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ["no records", '"a","b"\n', 0],
  ["lines and quotes inside of cells", '"a","b"\n"1\n2","say ""\n"""\n"3","*"\n', 2],
  ["rows of tables", '"*","a","t"\n"*","1","x"\n"","1","y"\n"*","2","z"\n', 2],
  ["a star without quotes", "*,a\n*,1\n,1\n*,2\n", 2],
  ["an app with tables and no records", '"*","a"\n', 0],
])("%s", async (_, csv, count) => {
  const file = path.join(folder, "records.csv");
  await writeFile(file, csv);
  expect(await countCsvRecords(file)).toBe(count);
});
