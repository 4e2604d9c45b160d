import { createHash, createVerify, createPublicKey } from "node:crypto";
import JSZip from "jszip";
import { pluginRefused } from "../errors/apps";
import type { PluginManifest } from "../page-context";
import { isSandboxRight } from "./manifest-sandbox";

/** A plugin installed on the domain. */
export interface Plugin {
  id: string;
  manifest: PluginManifest;
  version: string;
  /** By path inside the package. */
  files: Map<string, Uint8Array>;
  /** plugin.zip as it was uploaded. */
  zip: Uint8Array;
}

const maxPackage = 100 * 1024 * 1024;
const maxFile = 20 * 1024 * 1024;
const maxConfigHtml = 65_535;

/**
 * Opens plugin.zip as kintone does: its signature must be right, and what its manifest names must be inside.
 * Layout, signature and id as `@kintone/plugin-packer` writes them.
 * @throws GAIA_PL01 (code UNCONFIRMED(plugin-refusals))
 */
export async function openPlugin(zip: Uint8Array): Promise<Plugin> {
  const outer = await openZip(zip);
  const contents = outer.get("contents.zip");
  const publicKey = outer.get("PUBKEY");
  const signature = outer.get("SIGNATURE");
  if (!contents || !publicKey || !signature)
    throw refused("contents.zip、PUBKEY、SIGNATURE が必要です。", "contents.zip, PUBKEY and SIGNATURE are required.");
  if (!isSigned(contents, publicKey, signature)) throw refused("署名が正しくありません。", "The signature is invalid.");
  const files = await openZip(contents);
  const manifest = readManifest(files.get("manifest.json"));
  for (const path of localFiles(manifest)) {
    const file = files.get(path);
    if (!file) throw refused(`ファイル ${path} がありません。`, `The file ${path} is missing.`);
    if (file.length > maxFile) throw refused(`ファイル ${path} が大きすぎます。`, `The file ${path} is too large.`);
  }
  const html = manifest.config?.html;
  if (html && (files.get(html)?.length ?? 0) > maxConfigHtml)
    throw refused("設定画面の HTML が大きすぎます。", "The config HTML is too large.");
  const total = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  if (total > maxPackage) throw refused("プラグインが大きすぎます。", "The plug-in is too large.");
  return { id: pluginId(publicKey), manifest, version: String(manifest.version), files, zip };
}

/** The first 32 hexadecimal digits of the key's SHA-256, written with a–p. */
function pluginId(publicKey: Uint8Array): string {
  const digest = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return digest.replace(/[0-9a-f]/g, (digit) => String.fromCharCode("a".charCodeAt(0) + parseInt(digit, 16)));
}

/** Settings of a plugin on an app (cybozu.dev set-config): the whole object is replaced. */
export function checkPluginConfig(config: Record<string, unknown>): asserts config is Record<string, string> {
  let total = 0;
  for (const [key, value] of Object.entries(config)) {
    if (!/^[\x20-\x7e]+$/.test(key))
      throw refused(`キー ${key} は ASCII 文字列ではありません。`, `The key ${key} is not ASCII.`);
    if (typeof value !== "string")
      throw refused(`キー ${key} の値は文字列ではありません。`, `The value of ${key} is not a string.`);
    if (value.length > 65_535)
      throw refused(
        `キー ${key} の値は 65,535 文字を超えています。`,
        `The value of ${key} has more than 65,535 characters.`,
      );
    total += Buffer.byteLength(value);
  }
  if (total > 256 * 1024)
    throw refused("設定情報は合計 256 KB までです。", "The configuration may have 256 KB in total.");
}

const refused = (ja: string, en: string) => pluginRefused({ ja, en });

async function openZip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw refused("zip ファイルではありません。", "This is not a zip file.");
  });
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) files.set(entry.name, await entry.async("uint8array"));
  }
  return files;
}

function isSigned(contents: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
    return createVerify("RSA-SHA1").update(contents).verify(key, signature);
  } catch {
    return false;
  }
}

function readManifest(bytes: Uint8Array | undefined): PluginManifest {
  if (!bytes) throw refused("manifest.json がありません。", "manifest.json is missing.");
  let manifest: Partial<PluginManifest>;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as Partial<PluginManifest>;
  } catch {
    throw refused("manifest.json が JSON ではありません。", "manifest.json is not JSON.");
  }
  if (
    manifest.manifest_version !== 1 ||
    manifest.type !== "APP" ||
    !manifest.name?.en ||
    !manifest.icon ||
    manifest.version === undefined ||
    !isSandboxRight(manifest)
  ) {
    throw refused("manifest.json の内容が正しくありません。", "manifest.json is invalid.");
  }
  return manifest as PluginManifest;
}

function localFiles(manifest: PluginManifest): string[] {
  const lists = [manifest.desktop, manifest.mobile, manifest.config].flatMap((part) => [
    ...(part?.js ?? []),
    ...(part?.css ?? []),
  ]);
  const paths = lists.filter((path) => !/^https?:\/\//.test(path));
  return [...paths, manifest.icon, ...(manifest.config?.html ? [manifest.config.html] : [])];
}
