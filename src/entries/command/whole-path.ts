import { homedir } from "node:os";
import path from "node:path";

/**
 * A path from the root, in which `~` at the beginning stands for the home folder, as in a shell. `undefined` for a relative one when the
 * folder that the command was run in is gone: Node 20 would try for ever to make a folder there (`mkdir`, `recursive`).
 */
export function wholePath(written: string): string | undefined {
  if (/^~([/\\]|$)/.test(written)) return path.join(homedir(), written.slice(1));
  try {
    return path.resolve(written);
  } catch {
    return undefined;
  }
}
