import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { namesIn, unattended } from "./unattended";

const command = unattended();
/** Names of zips tell the second: two runs of one second would have the same. */
async function run(folder: string, incremental = true) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return command.run(folder, { settings: { incremental } });
}

let target: string;
beforeAll(() => {
  // Comments are read each time, and with them the records.
  target = command.addTarget(300_000, ["records", "attachments", "settings"]);
});

let folder: string;
beforeEach(async ({ task }) => {
  folder = path.join(command.place, task.id);
  await mkdir(folder);
});

/** Any further download of an attachment is one that should not have been. */
function forbidDownloads(): void {
  command.domain.faults.add({ when: { method: "GET", path: "file.json" }, do: { kind: "error", code: "CB_NO02" } });
}

const taken = /1 records were taken from the previous backup/;
const contentOf = async (zip: string) => {
  const out = path.join(command.place, `${path.basename(folder)}-${zip}`);
  execFileSync("unzip", ["-q", path.join(folder, zip), "-d", out]);
  return (name: string) => readFile(path.join(out, target, name), "utf8");
};

it("takes over from the zip of the last run in the folder what has not changed", async () => {
  expect((await run(folder)).code).toBe(0);
  forbidDownloads();
  const second = await run(folder);
  command.domain.faults.clear();
  expect([second.code, second.err]).toEqual([0, expect.any(String)]);
  expect((await command.lastRun()).log).toMatch(taken);
  const [first, other] = await Promise.all((await namesIn(folder)).sort().map(contentOf));
  for (const name of ["records.jsonl", "records.csv", "attachments/添付-1/雑音.bin"]) {
    expect(await other!(name)).toBe(await first!(name));
  }
});

it("takes nothing from a zip that is not what the history tells of", async () => {
  expect((await run(folder)).code).toBe(0);
  const [zip] = await namesIn(folder);
  const file = path.join(folder, zip!);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
  expect((await run(folder)).code).toBe(0);
  expect((await command.lastRun()).log).not.toMatch(taken);
});

it("reads everything afresh where the setting is off", async () => {
  expect((await run(folder)).code).toBe(0);
  expect((await run(folder, false)).code).toBe(0);
  expect((await command.lastRun()).log).not.toMatch(taken);
});
