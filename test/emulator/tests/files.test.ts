import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const properties = { 図面: { type: "FILE", code: "図面", label: "図面" } };
  domain.addApp({ id: 1, name: "図面", creator: "admin", properties });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

it("a file whose name holds half a surrogate can be downloaded", async () => {
  const bytes = new TextEncoder().encode("中身");
  const upload = domain.files.store({ name: "図\ud83d.pdf", contentType: "application/pdf", bytes });
  domain.apps.get(1)?.addRecord({ 図面: { value: [{ fileKey: upload }] } });
  const [key] = [...domain.files.attached.keys()];
  const headers = { "x-cybozu-authorization": btoa("admin:kintone") };
  const response = await fetch(`${emulator.url}/k/v1/file.json?fileKey=${key}`, { headers });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("中身");
  expect(response.headers.get("content-disposition")).toContain(encodeURIComponent("図\ufffd.pdf"));
});
