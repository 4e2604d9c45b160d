import process from "node:process";

/** As in package.json. */
const NEEDED = [20, 19] as const;

/** What to say when this Node lacks something that the command needs; nothing when it does not. */
export function nodeIsTooOld(version = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  const needed = NEEDED.join(".");
  return [
    `kintone-backup: Node.js ${needed} or later is needed, and this is ${version}.`,
    `kintone-backup: Node.js ${needed} 以上が必要です（実行中のバージョン: ${version}）。`,
    `kintone-backup: 需要 Node.js ${needed} 或更高版本（当前版本：${version}）。`,
  ]
    .join("\n")
    .concat("\n");
}
