import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../../../scripts/root";
import { readPackedPlugin } from "../../../scripts/setup/packed-plugin";
import { type Plugin, openPlugin } from "../../emulator/domain/plugins";
import { packPlugin } from "../plugin-package";
import { addInspections } from "./inspections";
import { type CliStage, startCliStage } from "./stage";

let stage: CliStage;
beforeAll(async () => {
  stage = await startCliStage((domain) => {
    addInspections(domain, { id: 1 });
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  });
});
afterAll(() => stage.close());

const write = async (name: string, content: string | Uint8Array) => {
  await writeFile(path.join(stage.folder, name), content);
  return name;
};

const digests = (plugin: Plugin | undefined) =>
  [...(plugin?.files ?? [])].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]);

it("cli-kintone plugin pack makes of our plugin's folder and key the plugin that plugin-packer made of them", async () => {
  const ours = await readPackedPlugin(await readFile(path.join(root, "dist", "plugin.zip")));
  const input = path.join(root, "dist", "plugin", "manifest.json");
  const offline = { "base-url": undefined, username: undefined };
  const pack = { input, "private-key": path.join(root, "private.ppk"), output: "packed.zip", ...offline };
  expect(await stage.cli("plugin pack", pack)).toMatchObject({ status: 0 });
  const { stdout } = await stage.cli("plugin info", { input: "packed.zip", format: "json", ...offline });
  expect(JSON.parse(stdout)).toMatchObject({ id: ours.id, version: ours.version });

  // The local kintone refuses what is not rightly signed (plugin-packer.test.ts).
  expect(await stage.cli("plugin upload", { input: "packed.zip", yes: true })).toMatchObject({ status: 0 });
  // The packages themselves differ in the times of their entries.
  expect(digests(stage.domain.plugins.get(ours.id))).toEqual(digests(await openPlugin(ours.zip)));
});

it("cli-kintone plugin upload installs a plugin, then updates it", async () => {
  const first = await packPlugin(1);
  const installed = await stage.cli("plugin upload", { input: await write("1.zip", first.plugin), yes: true });
  expect(installed).toMatchObject({ status: 0 });
  expect(stage.domain.plugins.get(first.id)?.version).toBe("1");
  const second = await packPlugin(2, first.privateKey);
  await stage.cli("plugin upload", { input: await write("2.zip", second.plugin), yes: true });
  expect(stage.domain.plugins.get(first.id)?.version).toBe("2");
});

it("cli-kintone plugin upload is for system administrators", async () => {
  const input = await write("3.zip", (await packPlugin(1)).plugin);
  const account = { username: "sato", password: "kintone" };
  const { status, stderr } = await stage.cli("plugin upload", { input, yes: true, ...account });
  expect(stderr).toContain("[403] [CB_NO02]");
  expect(status).toBe(1);
});

it("cli-kintone customize apply puts files live, and customize export brings them back", async () => {
  await write("hello.js", "console.log('こんにちは');");
  await write("hello.css", "h1 { color: red }");
  const device = { js: ["hello.js", "https://example.com/a.js"], css: ["hello.css"] };
  const manifest = { scope: "ALL", desktop: device, mobile: { js: [], css: [] } };
  const input = await write("customize-manifest.json", JSON.stringify(manifest));
  expect(await stage.cli("customize apply", { app: "1", input, yes: true })).toMatchObject({ status: 0 });
  expect(stage.domain.apps.get(1)?.live?.customize.desktop.js).toHaveLength(2);

  const output = path.join("exported", "customize-manifest.json");
  expect(await stage.cli("customize export", { app: "1", output, yes: true })).toMatchObject({ status: 0 });
  const exported = JSON.parse(await readFile(path.join(stage.folder, output), "utf8")) as typeof manifest;
  expect(exported.scope).toBe("ALL");
  expect(exported.desktop.js[1]).toBe("https://example.com/a.js");
  const script = path.join(stage.folder, "exported", exported.desktop.js[0] ?? "");
  expect(await readFile(script, "utf8")).toBe("console.log('こんにちは');");
});
