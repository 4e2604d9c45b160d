import { open } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
let file: string;
let folder: string;
let zip: string;

beforeAll(async () => {
  command.addTarget(1000);
  folder = path.join(command.place, "archives");
  file = await command.settingsFile(folder);
  expect(await endOf(command.start(["run", "--file", file]))).toMatchObject({ code: 0 });
  zip = path.join(folder, (await namesIn(folder))[0]!);
});

/** Every way in which the command has something to say, and how it ends. */
const invocations: Array<[what: string, args: () => string[], code: number]> = [
  ["run", () => ["run", "--file", file], 0],
  ["verify", () => ["verify", zip], 0],
  ["check-history", () => ["check-history", file, "--zips", folder], 0],
  ["--help", () => ["--help"], 0],
  ["verify of what is no zip", () => ["verify", file], 1],
  ["a file that is not there", () => ["verify", "nowhere.zip"], 2],
  ["a command line that means nothing", () => ["nonsense"], 2],
];

/** Both of its outputs are this file. */
async function ending(args: readonly string[], place: string): Promise<number | null> {
  const output = await open(place, "w");
  try {
    return (await endOf(command.start(args, { stdio: ["ignore", output.fd, output.fd] }))).code;
  } finally {
    await output.close();
  }
}

describe("outputs that take nothing change nothing", () => {
  it.each(invocations)("%s, when the disk of both is full", async (_what, args, code) => {
    expect(await ending(args(), "/dev/full")).toBe(code);
  });

  it.each(invocations)("%s, when whoever read both has gone", async (_what, args, code) => {
    const child = command.start(args());
    child.stdout!.destroy();
    child.stderr!.destroy();
    expect((await endOf(child)).code).toBe(code);
  });

  it("a run that nobody hears is in the history, whole", async () => {
    const before = await namesIn(folder);
    expect(await ending(["run", "--file", file], "/dev/full")).toBe(0);
    expect(await command.lastRun()).toMatchObject({ status: "success", lock: "" });
    expect((await namesIn(folder)).length).toBe(before.length + 1);
  });
});
