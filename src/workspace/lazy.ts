import type { Workspace } from "../engine/workspace";

/**
 * A workspace that is made when its first file is: a run that is refused needs none, and one that cannot have any is a
 * failed run like others, which its history tells of.
 */
export function createLazyWorkspace(make: () => Promise<Workspace>): Workspace {
  let made: Promise<Workspace> | undefined;
  return {
    async create(name) {
      made ??= make();
      return (await made).create(name);
    },
    async remove(name) {
      await (await made)?.remove(name);
    },
    async clear() {
      await (await made)?.clear();
    },
  };
}
