import { createSign, generateKeyPairSync } from "node:crypto";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import manifest from "../../../manifest.json";
import { openPlugin } from "../domain/plugins";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });

/** Packed by hand: the official packer of that day knows of no sandbox. */
async function opened(more: Record<string, unknown>) {
  const facts = { manifest_version: 1, version: 1, type: "APP", name: { en: "Sandboxed" }, icon: "icon.png", ...more };
  const contents = await zipOf({ "manifest.json": JSON.stringify(facts), "icon.png": "" });
  const signature = createSign("RSA-SHA1").update(contents).sign(privateKey);
  const key = publicKey.export({ format: "der", type: "spki" });
  return openPlugin(await zipOf({ "contents.zip": contents, PUBKEY: key, SIGNATURE: signature }));
}

function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array" });
}

const HOSTS = ["https://example.com", "*"];

describe("the sandbox of a plugin, as the official schema has it", () => {
  test.each<[string, Record<string, unknown>]>([
    ["no sandbox", { sandbox: false }],
    [
      "permissions by kind (11.2.0)",
      { sandbox: true, allowed_hosts: HOSTS, permissions: { js_api: ["kintone.app.getId"], rest_api: [] } },
    ],
    [
      "permissions as a list (11.3.0)",
      { sandbox: true, allowed_hosts: [], permissions: [{ permission: "kintone:app_record:read", scope: "SELF" }] },
    ],
    ["the domain alone", { sandbox: true, allowed_hosts: [], permissions: {}, allowed_domains: "SELF" }],
  ])("is installed: %s", async (_name, more) => {
    expect((await opened(more)).manifest).toMatchObject(more);
  });

  test.each<[string, Record<string, unknown>]>([
    ["without hosts", { sandbox: true, permissions: {} }],
    ["without permissions", { sandbox: true, allowed_hosts: [] }],
    ["a host without a scheme", { sandbox: true, allowed_hosts: ["example.com"], permissions: {} }],
    ["a host twice", { sandbox: true, allowed_hosts: ["*", "*"], permissions: {} }],
    ["a permission of another kind", { sandbox: true, allowed_hosts: [], permissions: { dom: ["x"] } }],
    ["a permission without a name", { sandbox: true, allowed_hosts: [], permissions: [{ scope: "SELF" }] }],
    ["other domains", { allowed_domains: "OURS" }],
    ["neither yes nor no", { sandbox: "yes" }],
  ])("is refused: %s", async (_name, more) => {
    await expect(opened(more)).rejects.toMatchObject({ code: "GAIA_PL01" });
  });
});

test("our own plugin asks for none", () => {
  expect(manifest).not.toHaveProperty("sandbox");
});
