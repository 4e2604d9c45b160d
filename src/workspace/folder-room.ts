import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { FreeRoom } from "../domain/room";

/** The room on the file system that a folder is on, or will be on when it is made. A quota of the user does not show here. */
export function freeFolderRoom(folder: string): FreeRoom {
  return async () => {
    for (let place = resolve(folder); ; place = dirname(place)) {
      const found = await statfs(place).catch(() => undefined);
      if (found) return found.bavail * found.bsize;
      if (place === dirname(place)) return undefined;
    }
  };
}
