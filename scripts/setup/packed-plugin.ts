import { createHash } from "node:crypto";
import JSZip from "jszip";

/** What a packed plugin says of itself. */
export interface PackedPlugin {
  zip: Uint8Array;
  /** What kintone knows it by. */
  id: string;
  version: string;
}

/** Reads a `plugin.zip`. @throws when it is none */
export async function readPackedPlugin(zip: Uint8Array): Promise<PackedPlugin> {
  const outer = await JSZip.loadAsync(zip);
  const [publicKey, contents] = await Promise.all([
    outer.file("PUBKEY")?.async("uint8array"),
    outer.file("contents.zip")?.async("uint8array"),
  ]);
  const manifest = contents && (await (await JSZip.loadAsync(contents)).file("manifest.json")?.async("string"));
  if (!publicKey || !manifest) throw new Error("This is not a packed plugin: PUBKEY or manifest.json is missing.");
  const { version } = JSON.parse(manifest) as { version: string | number };
  return { zip, id: idOf(publicKey), version: String(version) };
}

/** SHA-256 of the public key, its first 32 hex digits written with the letters a to p (`@kintone/plugin-packer`, uuid). */
function idOf(publicKey: Uint8Array): string {
  const hex = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}
