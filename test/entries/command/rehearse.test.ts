import { copyFile, mkdir, truncate } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { changeForm } from "../../restore/change-form";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
let app: App;
let folder: string;
let zip: string;

beforeAll(async () => {
  app = addInspections(command.domain, { records: 30 });
  command.register({ target_app_id: String(app.id), target_include: ["records", "attachments", "settings"] });
  folder = path.join(command.place, "archives");
  expect((await command.run(folder)).code).toBe(0);
  zip = path.join(folder, (await namesIn(folder))[0]!);
});

/** Without a way to kintone: neither settings file nor log-in. */
const rehearse = (...args: string[]): Promise<Ended> =>
  endOf(command.start(["rehearse", ...args, "--lang", "en"], { timeout: 60_000 }));

it("finds nothing in the way of an archive whose form is as old as its records, and says what it did not look at", async () => {
  const { code, out } = await rehearse(folder);
  expect(out).toMatch(/^Nothing stands in the way: by its own forms/);
  for (const part of [path.basename(zip), 'App "検査"', "30 records and", "users, organizations and groups"]) {
    expect(out).toContain(part);
  }
  expect(code).toBe(0);
});

it("says what would have to be decided, and ends with 1", async () => {
  changeForm(app, (properties) => {
    const { 判定, ...others } = properties as Record<string, { type: string; code: string }>;
    return { ...others, 判定: { ...判定!, options: { 良: { label: "良", index: "0" } } } };
  });
  const later = path.join(command.place, "later");
  expect((await command.run(later)).code).toBe(0);
  const { code, out } = await rehearse(later);
  expect(out).toMatch(/^Something would have to be decided/);
  expect(out).toContain('To be decided: "判定" has no option "否" any more, which 15 records (1, 3,');
  expect(code).toBe(1);
});

it("takes no archive that is damaged, and no app that is not in it", async () => {
  const damaged = path.join(command.place, "damaged");
  await mkdir(damaged);
  await copyFile(zip, path.join(damaged, "a.zip"));
  await truncate(path.join(damaged, "a.zip"), 2000);
  expect(await rehearse(damaged)).toMatchObject({ code: 2, out: "" });
  const { code, err } = await rehearse(zip, "--app", "999");
  expect(code).toBe(2);
  expect(err).toContain("999");
});
