import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import packer from "@kintone/plugin-packer";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../emulator/domain/domain";
import { Files } from "../emulator/domain/files";
import { startEmulator } from "../emulator/server";
import type { Emulator } from "../emulator/server";

const run = promisify(execFile);
const bin = (name: string) => join(import.meta.dirname, "../../node_modules/.bin", name);
const domain = createDomain();
let emulator: Emulator;
let folder: string;
const account = { username: "admin", password: "kintone" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "conformance-"));
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: {
      品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
      明細: {
        type: "SUBTABLE",
        code: "明細",
        label: "明細",
        fields: { 測定値: { type: "NUMBER", code: "測定値", label: "測定値" } },
      },
    },
  });
  emulator = await startEmulator({ domain });
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

it("@kintone/dts-gen writes the types of an app", async () => {
  const output = join(folder, "fields.d.ts");
  const options = ["--base-url", emulator.url, "-u", "admin", "-p", "kintone", "--app-id", "1", "-o", output];
  await run(bin("kintone-dts-gen"), options);
  const types = await readFile(output, "utf8");
  expect(types).toContain("品番");
  expect(types).toContain("測定値");
});

it("@kintone/customize-uploader puts a customization live", async () => {
  const script = join(folder, "hello.js");
  const manifest = join(folder, "customize-manifest.json");
  await writeFile(script, "console.log('こんにちは');");
  const device = { js: [script], css: [] };
  await writeFile(manifest, JSON.stringify({ app: "1", scope: "ALL", desktop: device, mobile: { js: [], css: [] } }));
  await run(bin("kintone-customize-uploader"), [
    "--base-url",
    emulator.url,
    "--username",
    "admin",
    "--password",
    "kintone",
    manifest,
  ]);
  const [file] = domain.apps.get(1)?.settings.customize.desktop.js ?? [];
  expect(file?.type === "FILE" && new TextDecoder().decode(Files.read(file.file.content))).toContain("こんにちは");
});

describe("a package of @kintone/plugin-packer", () => {
  const client = () => new KintoneRestAPIClient({ baseUrl: emulator.url, auth: account });
  const pack = async (version: number, key?: string) => {
    const contents = new JSZip();
    const manifest = {
      manifest_version: 1,
      version,
      type: "APP",
      name: { en: "Backup", ja: "バックアップ" },
      icon: "icon.png",
      desktop: { js: ["a.js"] },
    };
    contents.file("manifest.json", JSON.stringify(manifest)).file("icon.png", "icon").file("a.js", `// ${version}`);
    return packer(await contents.generateAsync({ type: "nodebuffer" }), key);
  };
  const upload = (data: Buffer) => client().file.uploadFile({ file: { name: "plugin.zip", data } });

  it("is installed, updated, put on an app and configured", async () => {
    const first = await pack(1);
    const installed = await client().plugin.installPlugin({ fileKey: (await upload(first.plugin)).fileKey });
    expect(installed).toEqual({ id: first.id, version: "1" });
    const second = await pack(2, first.privateKey);
    const { fileKey } = await upload(second.plugin);
    expect(await client().plugin.updatePlugin({ id: first.id, fileKey })).toEqual({ id: first.id, version: "2" });
    const { plugins } = await client().plugin.getPlugins({ ids: [first.id] });
    expect(plugins).toEqual([
      { id: first.id, name: "バックアップ", description: "", isMarketPlugin: false, version: "2" },
    ]);

    await client().app.addPlugins({ app: 1, ids: [first.id] });
    expect((await client().app.getPlugins({ app: 1 })).plugins).toEqual([]);
    domain.apps.get(1)?.deploy("admin");
    expect((await client().app.getPlugins({ app: 1 })).plugins).toEqual([
      { id: first.id, name: "バックアップ", enabled: true },
    ]);
  });

  it("is refused when its contents are not what was signed", async () => {
    const zip = await JSZip.loadAsync((await pack(1)).plugin);
    const other = await JSZip.loadAsync((await pack(2)).plugin);
    zip.file("contents.zip", (await other.file("contents.zip")?.async("nodebuffer")) ?? "");
    const { fileKey } = await upload(await zip.generateAsync({ type: "nodebuffer" }));
    await expect(client().plugin.installPlugin({ fileKey })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("署名") as string,
    });
  });
});
