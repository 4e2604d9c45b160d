import { RESTORE_EXIT } from "../../../command/exit";
import type { RestoreTold } from "../../../command/host";
import { recollect } from "../../../restore/apps/recollection";
import type { RebuildCall } from "./rebuild-call";
import { createRebuildFolder, type RebuildAbout } from "./rebuild-folder";
import { namedRebuild } from "./unfinished";

/** Gives up what was broken off, and tells which apps it made: nobody but people can delete them. */
export async function discardRebuild(about: RebuildAbout, { file, messages }: RebuildCall): Promise<RestoreTold> {
  const folder = createRebuildFolder(file.folder, about.rebuildId);
  const { made } = await recollect(folder.journal);
  await folder.clear();
  const apps = [...made.values()].map(({ appId, guestSpaceId }) => messages.run.appId(appId, guestSpaceId));
  return { code: RESTORE_EXIT.notAsPlanned, report: `${messages.next.discarded(namedRebuild(about), apps)}\n` };
}
