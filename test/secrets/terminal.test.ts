import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manifestInput } from "../../src/archive/manifest/manifest-entry";
import { entry, manifestOf } from "../archive/volume-fixture";
import { rawZip } from "../archive/zip/hostile-zips";
import { type Ended, type Invocation, makeCommand } from "./command";

/** Clears the screen, names the window, rings, turns the rest of the line around. */
const STEERING = "\u001b[2J\u001b]0;x\u0007\r\u009b1m\u202e\u2066";

let folder: string;
let command: (invocation: Invocation) => Promise<Ended>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-terminal-"));
  command = await makeCommand(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("what a hostile zip says steers no terminal", async () => {
  const runId = `run ${STEERING}`;
  const manifest = manifestInput({ ...manifestOf([entry(`12/missing ${STEERING}`, "x")]), runId });
  const content = new Uint8Array(await new Response(await manifest.open()).arrayBuffer());
  const file = path.join(folder, `${STEERING}.zip`);
  await writeFile(file, rawZip({ entries: [{ path: `refused ${STEERING}` }, { path: "manifest.json", content }] }));
  const ended = await command({ args: ["verify", file, "--lang", "en"], environment: {} });
  expect(ended.code).toBe(1);
  for (const said of ["run \ufffd[2J", "12/missing \ufffd", "refused \ufffd", "\ufffd.zip"])
    expect(ended.out).toContain(said);
  const signs = [...STEERING].filter((sign) => !/[ -~]/.test(sign));
  expect(signs).toHaveLength(7);
  expect(signs.filter((sign) => ended.out.includes(sign) || ended.err.includes(sign))).toEqual([]);
});

test("what a file of settings is called steers none either", async () => {
  const file = path.join(folder, `settings ${STEERING}.json`);
  await writeFile(file, "{}");
  const ended = await command({ args: ["run", "--file", file, "--lang", "en"], environment: {} });
  expect(ended.code).toBe(2);
  expect(ended.err).toContain("settings \ufffd[2J");
  expect([...STEERING].filter((sign) => !/[ -~]/.test(sign) && ended.err.includes(sign))).toEqual([]);
});
