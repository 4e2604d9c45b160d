import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../domain/app";
import { createDomain, type Domain } from "../domain/domain";
import { Files } from "../domain/files";
import type { AttachedFile } from "../domain/files";
import { copyDomain } from "../storage/copy";
import { openDataFolder } from "../storage/folder";
import { takeSnapshot } from "../storage/snapshot";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** With a record that has a file and a comment, and a change that is not deployed. */
function domainWithAll(): { domain: Domain; app: App; recordId: number } {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"] });
  const app = domain.addApp({
    name: "検査",
    creator: "admin",
    properties: { 添付: { type: "FILE", code: "添付", label: "添付" } },
  });
  const bytes = new TextEncoder().encode("図面");
  const fileKey = domain.files.store({ name: "図.txt", contentType: "text/plain", bytes });
  const { id } = app.addRecord({ 添付: { value: [{ fileKey }] } });
  app.addComment(id, { text: "確認", creator: "admin" });
  app.change({ general: { ...app.preview.general, name: "検査（変更中）" } });
  app.webhooks = 2;
  app.isInMaintenance = true;
  domain.lab.add("categories");
  return { domain, app, recordId: id };
}

const fileOf = (app: App | undefined, recordId: number) =>
  (app?.records.get(recordId)?.values["添付"] as AttachedFile[])[0]!;

it("a domain that was saved comes back whole", async () => {
  const { domain: before, app, recordId } = domainWithAll();
  await (await openDataFolder(folder, before)).save();

  const after = createDomain();
  const { wasFilled } = await openDataFolder(folder, after);
  const restored = after.apps.get(app.id);
  expect(wasFilled).toBe(true);
  expect(restored?.settings.general.name).toBe("検査");
  expect(restored?.preview.general.name).toBe("検査（変更中）");
  expect(restored?.records.comments(recordId)).toEqual(app.records.comments(recordId));
  expect(new TextDecoder().decode(Files.read(fileOf(restored, recordId).content))).toBe("図面");
  expect(restored?.addRecord({}).id).toBe(2);
  expect(restored).toMatchObject({ webhooks: 2, isInMaintenance: true });
  expect([...after.lab]).toEqual(["categories"]);
});

it("a copy of a domain is whole, and nothing that is done to it is seen in the original", () => {
  const { domain: original, app, recordId } = domainWithAll();
  const before = structuredClone(takeSnapshot(original));
  const copy = copyDomain(original);
  expect(takeSnapshot(copy)).toEqual(before);
  const copied = copy.apps.get(app.id)!;
  const { fileKey, content } = fileOf(copied, recordId);
  // Whoever renames the one in the list means the one in the record.
  expect(copy.files.attached.get(fileKey)?.content).toBe(content);

  content.name = "別.txt";
  copy.people.users.get("admin")!.language = "zh";
  copy.spaces.byId.get(3)!.members.push("sato");
  copied.settings.general.name = "別";
  copied.records.comments(recordId)[0]!.text = "別";
  copied.addRecord({});
  copied.deploy("admin");
  copy.files.attached.clear();
  expect(takeSnapshot(original)).toEqual(before);
});
