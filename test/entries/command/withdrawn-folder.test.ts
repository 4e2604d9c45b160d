import { spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ended, namesIn, unattended } from "./unattended";

const command = unattended();
let target: string;
let folder: string;
let folders = 0;

beforeAll(() => {
  target = command.addTarget(100_000);
});
beforeEach(async () => {
  folder = path.join(command.place, `folder-${(folders += 1)}`);
  await mkdir(folder);
});
afterEach(async () => {
  command.domain.faults.clear();
  await allowWriting(folder).catch(() => undefined);
});

/** The claim of the name that the run will give to its volume, once it is the run's for good: then the journal tells. */
async function claim(): Promise<string | undefined> {
  const names = await namesIn(folder);
  const scratch = names.find((name) => name.startsWith(".unfinished-")) ?? "";
  const journal = await readFile(path.join(folder, scratch, "journal.jsonl"), "utf8").catch(() => "");
  return journal.includes('"kind":"named"') ? names.find((name) => name.endsWith(".claimed")) : undefined;
}

/** The run may be making a file in it at that very moment. */
const removeFolder = () => rm(folder, { recursive: true, maxRetries: 5 });

/** Does something to the folder when the run's own files are in it and the attachment is on its way. `volume` is what the zip will be called. */
async function runMeanwhile(meddle: (volume: string) => Promise<unknown>, language: "ja" | "en"): Promise<Ended> {
  command.domain.faults.add({ when: { method: "GET", path: "file.json" }, do: { kind: "latency", milliseconds: 700 } });
  const ended = command.run(folder, { language });
  await expect.poll(claim, { timeout: 10_000, interval: 20 }).toBeDefined();
  await meddle((await claim())!.replace(/^\.(.*)\.claimed$/, "$1.zip"));
  return ended;
}

/** A failed run that the history tells of, in words that do not give away where on this machine something lies. */
async function expectFailed({ code, out, err }: Ended, words: string, error = "DELIVERY_FAILED"): Promise<void> {
  expect(out).toContain(words);
  expect(code).toBe(1);
  const { status, lock, results, message, log } = await command.lastRun();
  expect({ status, lock, results }).toEqual({
    ...{ status: "failed", lock: "" },
    results: [{ app: target, status: "failed", code: error }],
  });
  expect(message).toContain(words);
  for (const text of [out, err, message, log]) expect(text).not.toContain(command.place);
}

describe("a folder that takes nothing", () => {
  it("because it is a file from the beginning", async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, "mine");
    await expectFailed(await command.run(folder), "The zip file could not be saved. The destination folder is gone");
    expect(await readFile(folder, "utf8")).toBe("mine");
  });

  it("because it is removed in the middle", async () => {
    const ended = await runMeanwhile(removeFolder, "en");
    const words = "The destination folder is gone, or there is a file in its place. Make the folder again";
    await expectFailed(ended, words, "WORKSPACE_FAILED");
    expect(await namesIn(folder)).toEqual([]);
  });

  it("because a file takes its place in the middle", async () => {
    const ended = await runMeanwhile(async () => {
      await removeFolder();
      await writeFile(folder, "mine");
    }, "ja");
    await expectFailed(
      ended,
      "保存先のフォルダーがなくなったか、ファイルに置き換わっています。フォルダーを作り直してから",
      "WORKSPACE_FAILED",
    );
    expect(await readFile(folder, "utf8")).toBe("mine");
  });

  it("because writing to it is no longer permitted, names the zip, and gives the space back", async (context) => {
    let volume = "";
    let withdrawn = false;
    const ended = await runMeanwhile(async (name) => {
      volume = name;
      withdrawn = await forbidWriting(folder);
    }, "en");
    const left = await namesIn(folder);
    const leftIn = await namesIn(path.join(folder, left.at(-1) ?? ""));
    if (!withdrawn) context.skip();
    await allowWriting(folder);

    await expectFailed(ended, `"${volume}" could not be saved. Writing to the destination folder is not permitted.`);
    // Its claim and its scratch folder themselves cannot be removed then; what was in the folder is.
    expect(left).toEqual([`.${volume.replace(".zip", ".claimed")}`, expect.stringMatching(/^\.unfinished-/)]);
    expect(leftIn).toEqual([]);
    expect((await command.run(folder)).code).toBe(0);
  });

  it("because a zip of that name is there already, which stays as it is", async () => {
    let volume = "";
    const ended = await runMeanwhile(async (name) => {
      volume = name;
      await writeFile(path.join(folder, volume), "older");
    }, "ja");
    await expectFailed(ended, `「${volume}」を保存できませんでした。保存先のフォルダーに同じ名前のファイルがあります`);
    expect(await namesIn(folder)).toEqual([volume]);
    expect(await readFile(path.join(folder, volume), "utf8")).toBe("older");
  });
});

const isRoot = process.getuid?.() === 0;

/** Root may write whatever the mode says, so for root it is made immutable, where the file system can do that. */
async function forbidWriting(place: string): Promise<boolean> {
  if (isRoot) return spawnSync("chattr", ["+i", place]).status === 0;
  await chmod(place, 0o555);
  return true;
}

async function allowWriting(place: string): Promise<void> {
  if (isRoot) spawnSync("chattr", ["-i", place]);
  else await chmod(place, 0o755);
}
