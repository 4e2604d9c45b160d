import { removeIfThere, restoreFolders, restoresFolder } from "./private-folders";
import { type InterruptedKept, interruptedKept, openKept, type PrivateKept, readKept } from "./private-kept";

/** What a restore keeps in this browser until its end is in the history. */
export const openPrivateRestore = async <Line>(restoreId: string): Promise<PrivateKept<Line>> =>
  openKept(await restoresFolder(), restoreId);

/** The restores of this browser that nobody works on and that can go on, the oldest first. */
export const interruptedPrivateRestores = async (): Promise<InterruptedKept[]> =>
  interruptedKept(await restoreFolders(), removePrivateRestore);

/** What a restore that nobody works on had noted. */
export async function* readPrivateRestore<Line>(restoreId: string): AsyncGenerator<Line, void, undefined> {
  yield* readKept<Line>((await restoreFolders()).find(([id]) => id === restoreId)?.[1]);
}

export async function removePrivateRestore(restoreId: string): Promise<void> {
  await removeIfThere(await restoresFolder(), restoreId);
}
