import { createHash } from "node:crypto";
import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import JSZip from "jszip";

/**
 * Installs a packed plugin in the domain, or replaces an older version of it, as `cli-kintone plugin upload` does.
 *
 * @param zip - the content of `plugin.zip`
 * @returns the plugin's id
 */
export async function installPlugin({
  client,
  zip,
}: {
  client: KintoneRestAPIClient;
  zip: Uint8Array;
}): Promise<string> {
  const id = await pluginIdOf(zip);
  const { plugins } = await client.plugin.getPlugins({ ids: [id] });
  const { fileKey } = await client.file.uploadFile({ file: { name: "plugin.zip", data: Buffer.from(zip) } });
  if (plugins.some((plugin) => plugin.id === id)) await client.plugin.updatePlugin({ id, fileKey });
  else await client.plugin.installPlugin({ fileKey });
  return id;
}

/** SHA-256 of the public key, its first 32 hex digits written with the letters a to p (`@kintone/plugin-packer`, uuid). */
async function pluginIdOf(zip: Uint8Array): Promise<string> {
  const publicKey = await (await JSZip.loadAsync(zip)).file("PUBKEY")?.async("uint8array");
  if (!publicKey) throw new Error("This is not a packed plugin: it has no PUBKEY.");
  const hex = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}
