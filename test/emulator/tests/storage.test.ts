import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { Files } from "../domain/files";
import type { AttachedFile } from "../domain/files";
import { openDataFolder } from "../storage/folder";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("a domain that was saved comes back whole", async () => {
  const before = createDomain();
  before.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const app = before.addApp({
    name: "検査",
    creator: "admin",
    properties: { 添付: { type: "FILE", code: "添付", label: "添付" } },
  });
  const fileKey = before.files.store({
    name: "図.txt",
    contentType: "text/plain",
    bytes: new TextEncoder().encode("図面"),
  });
  const { id } = app.addRecord({ 添付: { value: [{ fileKey }] } });
  app.addComment(id, { text: "確認", creator: "admin" });
  app.change({ general: { ...app.preview.general, name: "検査（変更中）" } });
  await (await openDataFolder(folder, before)).save();

  const after = createDomain();
  const { wasFilled } = await openDataFolder(folder, after);
  const restored = after.apps.get(app.id);
  expect(wasFilled).toBe(true);
  expect(restored?.settings.general.name).toBe("検査");
  expect(restored?.preview.general.name).toBe("検査（変更中）");
  expect(restored?.records.comments(id)).toEqual(app.records.comments(id));
  const [file] = restored?.records.get(id)?.values["添付"] as AttachedFile[];
  expect(new TextDecoder().decode(file && Files.read(file.content))).toBe("図面");
  expect(restored?.addRecord({}).id).toBe(2);
});
