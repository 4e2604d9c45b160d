import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { addInspections } from "../../backup/whole-runs/inspections";
import { createUnattended, type Ended, endOf, namesIn } from "./command-process";

const command = createUnattended();
const { domain } = command;
beforeAll(() => command.open());
afterAll(() => command.close());

let app: App;
let folder: string;
let settings: string;
let scenes = 0;

/** An app of ten records, in an archive of its own. */
beforeEach(async () => {
  command.forgetTargets();
  folder = path.join(command.place, `restored-${(scenes += 1)}`);
  await mkdir(folder, { recursive: true });
  app = addInspections(domain, { records: 10, spaceId: undefined } as never);
  command.register({ target_app_id: String(app.id) });
  settings = await command.settingsFile(folder);
  expect((await command.run(folder)).code).toBe(0);
});

const restore = (...more: string[]): Promise<Ended> =>
  endOf(command.start(["restore", "--file", settings, "--app", String(app.id), "--lang", "en", ...more]));

const values = (code: string) =>
  [...app.records.values()].map((record) => (record.cells as Record<string, { value: unknown }>)[code]?.value);

describe("putting back by the command", () => {
  it("tells what each mode would do, and changes nothing, without one", async () => {
    await command.witness().record.deleteRecords({ app: app.id, ids: [3] });
    const { code, out } = await restore();
    console.log(out);
    expect(code).toBe(0);
  });

  it("adds what was deleted", async () => {
    await command.witness().record.deleteRecords({ app: app.id, ids: [3, 4] });
    const { code, out, err } = await restore("--add-missing", "--reason", "mistake");
    console.log(out, err);
    expect(code).toBe(0);
    console.log(await namesIn(folder));
    expect(app.records.size).toBe(10);
  });
});
