import { chmodSync } from "node:fs";
import { path7za } from "7zip-bin";

/** 7-Zip's own program, which comes inside an npm package: the same one on every machine. */
export function sevenZip(): string {
  chmodSync(path7za, 0o755); // the package forgets that it is to be run
  return path7za;
}
