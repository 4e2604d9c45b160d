import { mkdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { namesIn, unattended } from "./unattended";

const command = unattended();
const targets: string[] = [];
let folder: string;
let folders = 0;

beforeAll(() => {
  // More than are read at the same time.
  for (let size = 1000; size <= 9000; size += 1000) targets.push(command.addTarget(size, ["records", "attachments"]));
});
beforeEach(async () => {
  folder = path.join(command.place, `folder-${(folders += 1)}`);
  await mkdir(folder);
});

/** A file system whose calls fail from the nth on: no list has all the reasons that a network share can give. */
function refusing(call: string, reason: string, from = 1): string {
  return `
    const fs = require("node:fs/promises");
    let calls = 0;
    const isThere = (where) => typeof where === "string" && where.includes(${JSON.stringify(folder)});
    const refuse = (of, call) => {
      const original = of[call];
      of[call] = (...given) => {
        if (of === fs && !isThere(given[0])) return original.apply(of, given);
        calls += 1;
        if (calls < ${from}) return original.apply(of, given);
        return Promise.reject(Object.assign(new Error("${reason}: ${call} '${folder}'"), { code: "${reason}" }));
      };
    };
    const { open } = fs;
    if ("${call}" in fs && "${call}" !== "appendFile") refuse(fs, "${call}");
    else fs.open = async (...given) => {
      const handle = await open(...given);
      if (isThere(given[0])) refuse(handle, "${call}");
      return handle;
    };
  `;
}

describe("a folder that refuses for a reason that nobody foresaw", () => {
  it.each<[call: string, reason: string, from: number, code: string]>([
    ["mkdir", "EHOSTDOWN", 2, "DELIVERY_FAILED"],
    ["open", "ESTALE", 4, "WORKSPACE_FAILED"],
    ["appendFile", "EMADEUP", 12, "WORKSPACE_FAILED"],
    ["sync", "EIO", 1, "DELIVERY_FAILED"],
  ])("when %s fails with %s, ends the run as a failed one, in its own words", async (call, reason, from, code) => {
    const { code: exit, out, err } = await command.run(folder, { first: refusing(call, reason, from) });
    const { status, lock, results, message, log } = await command.lastRun();
    expect({ exit, status, lock }).toEqual({ exit: 1, status: "failed", lock: "" });
    expect(results.map((result) => result.status)).toEqual(targets.map(() => "failed"));
    expect(new Set(results.map((result) => result.code))).toEqual(new Set([code]));
    for (const told of [out, message, log]) {
      const words =
        "Check the destination folder, its disk, and the network connection to it and run the backup again.";
      expect(told).toContain(`could not be saved (reason: ${reason}). ${words}`);
      expect(told).not.toContain("unexpected");
    }
    for (const told of [out, err, message, log]) expect(told).not.toContain(command.place);
    expect((await namesIn(folder)).filter((name) => name.endsWith(".zip"))).toEqual([]);
  });

  it("keeps a whole archive when it cannot be asked to put it on its disk, and says what that means", async () => {
    const { code, out } = await command.run(folder, { first: refusing("sync", "ENOTSUP") });
    expect([code, out]).toEqual([0, expect.stringContaining("Success")]);
    expect(await namesIn(folder)).toEqual([expect.stringMatching(/\.zip$/)]);
    const { status, log } = await command.lastRun();
    expect(status).toBe("success");
    expect(log).toMatch(/cannot say that kintone-backup_\S+ is on its disk \(reason: ENOTSUP\)\./);
  });
});
