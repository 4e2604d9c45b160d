import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { type VolumeFile, sha256 } from "../../archive/archive-fixture";
import { sevenZip } from "../../archive/zip/seven-zip";

/** Path to SHA-256 (hex). */
export type Tree = Record<string, string>;

/** A program that unpacks zips, as it is called for one volume. */
export interface Unpacker {
  name: string;
  command: string;
  args(zip: string, folder: string): string[];
}

const PYTHON = [
  "import sys, zipfile",
  "zip = zipfile.ZipFile(sys.argv[1])",
  "assert zip.testzip() is None",
  "zip.extractall(sys.argv[2])",
].join("\n");

/** `-o`, `-y`: every volume has a `manifest.json`, and the last one stays. */
export const UNPACKERS: Unpacker[] = [
  { name: "unzip", command: "unzip", args: (zip, folder) => ["-o", "-q", zip, "-d", folder] },
  { name: "Python's zipfile", command: "python3", args: (zip, folder) => ["-c", PYTHON, zip, folder] },
  { name: "7-Zip", command: sevenZip(), args: (zip, folder) => ["x", "-y", "-bd", `-o${folder}`, zip] },
];

/** Throws when the program is not content, or not there. Any warning counts: unzip then ends with 1. */
export function unpack({ command, args }: Unpacker, zip: string, folder: string): void {
  execFileSync(command, args(zip, folder), {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
}

/** What lies in a folder. */
export function treeOf(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile());
  return sorted(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).split(path.sep).join("/"), sha256(readFileSync(file))];
    }),
  );
}

/** What the manifests say, and the last of them itself. */
export function treeOfManifests(volumes: readonly VolumeFile[]): Tree {
  const last = volumes.at(-1)!.manifestBytes;
  return sorted([
    ...volumes.flatMap(({ manifest }) => manifest.entries.map((entry): [string, string] => [entry.path, entry.sha256])),
    ["manifest.json", sha256(last)],
  ]);
}

function sorted(tree: Array<[string, string]>): Tree {
  return Object.fromEntries(tree.sort(([a], [b]) => (a < b ? -1 : 1)));
}
