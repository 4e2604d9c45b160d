import type { NamedRebuild } from "../../../screens/text/rebuild/command/messages";
import { NothingRestored } from "../restoring/nothing-restored";
import type { RebuildCall } from "./rebuild-call";
import { type RebuildAbout, unfinishedRebuilds } from "./rebuild-folder";

export const namedRebuild = ({ rebuildId, startedAt }: RebuildAbout): NamedRebuild => ({ rebuildId, startedAt });

/**
 * What was broken off, where it is to be gone on with or given up. Throws `NothingRestored` when there is none, when it is under way, and when there
 * is one that nothing is said about: its apps would be made once more.
 */
export async function unfinishedRebuild({ file, asked, messages }: RebuildCall): Promise<RebuildAbout | undefined> {
  const { refused } = messages.next;
  const isOurs = ({ baseUrl, managementApp }: RebuildAbout) => baseUrl === file.baseUrl && managementApp === file.app;
  const found = (await unfinishedRebuilds(file.folder)).find(({ about }) => isOurs(about));
  if (!found && asked.unfinished) throw new NothingRestored(refused.noneUnfinished);
  if (!found || (!asked.unfinished && asked.dryRun)) return undefined;
  const named = namedRebuild(found.about);
  if (found.aliveOn !== undefined) throw new NothingRestored(refused.underWay(named, found.aliveOn));
  if (!asked.unfinished) throw new NothingRestored(refused.unfinished(named));
  return found.about;
}
