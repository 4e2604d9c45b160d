import { homedir } from "node:os";
import path from "node:path";

/** A path in which `~` at the beginning stands for the home folder, as in a shell. */
export function atHome(written: string): string {
  return /^~([/\\]|$)/.test(written) ? path.join(homedir(), written.slice(1)) : written;
}
