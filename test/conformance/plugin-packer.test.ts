import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../emulator/domain/domain";
import { startEmulator } from "../emulator/server";
import type { Emulator } from "../emulator/server";
import { packPlugin } from "./plugin-package";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(() => emulator.close());

const upload = (data: Buffer) => client.file.uploadFile({ file: { name: "plugin.zip", data } });

describe("a package of @kintone/plugin-packer", () => {
  it("is installed under the packer's id, and updated", async () => {
    const first = await packPlugin(1);
    expect(await client.plugin.installPlugin(await upload(first.plugin))).toEqual({ id: first.id, version: "1" });
    const second = await packPlugin(2, first.privateKey);
    const { fileKey } = await upload(second.plugin);
    expect(await client.plugin.updatePlugin({ id: first.id, fileKey })).toEqual({ id: first.id, version: "2" });
  });

  it("is refused when its contents are not what was signed", async () => {
    const zip = await JSZip.loadAsync((await packPlugin(1)).plugin);
    const other = await JSZip.loadAsync((await packPlugin(2)).plugin);
    zip.file("contents.zip", (await other.file("contents.zip")?.async("nodebuffer")) ?? "");
    const uploaded = await upload(await zip.generateAsync({ type: "nodebuffer" }));
    await expect(client.plugin.installPlugin(uploaded)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("署名") as string,
    });
  });
});
