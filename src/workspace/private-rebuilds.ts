import { rebuildFolders, rebuildsFolder, removeIfThere } from "./private-folders";
import { type InterruptedKept, interruptedKept, openKept, type PrivateKept, readKept } from "./private-kept";

/** What is kept in this browser of apps that are made anew; the restores of their records are parts of it. */
export const openPrivateRebuild = async <Line>(rebuildId: string): Promise<PrivateKept<Line>> =>
  openKept(await rebuildsFolder(), rebuildId);

/** What of this browser nobody works on and can go on, the oldest first. */
export const interruptedPrivateRebuilds = async (): Promise<InterruptedKept[]> =>
  interruptedKept(await rebuildFolders(), removePrivateRebuild);

/** What was noted where nobody works any more. */
export async function* readPrivateRebuild<Line>(rebuildId: string): AsyncGenerator<Line, void, undefined> {
  yield* readKept<Line>((await rebuildFolders()).find(([id]) => id === rebuildId)?.[1]);
}

export async function removePrivateRebuild(rebuildId: string): Promise<void> {
  await removeIfThere(await rebuildsFolder(), rebuildId);
}
