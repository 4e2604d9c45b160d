import type { RestoreAsked } from "../../../command/host";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import type { NamedRestore } from "../../../screens/text/restored/command/messages";
import type { CommandFile } from "../../../settings/command-file";
import { NothingRestored } from "./nothing-restored";
import { type RestoreAbout, unfinishedRestores } from "./restore-folder";

export const namedRestore = ({ start }: Pick<RestoreAbout, "start">): NamedRestore => ({
  ...{ restoreId: start.restoreId, startedAt: start.startedAt.toISOString(), app: start.app.name },
});

/**
 * The restore that was broken off, where it is to be gone on with or given up. Throws `NothingRestored` when there is none of that kind, when it is under way, and
 * when there is one that nothing is said about: what it wrote would be taken for somebody else's.
 */
export async function unfinishedRestore(
  file: Pick<CommandFile, "folder" | "baseUrl" | "app">,
  { unfinished: wanted, appId, into, mode, plan, dryRun }: RestoreAsked,
  { restored }: RestoreCommandMessages,
): Promise<RestoreAbout | undefined> {
  const target = into?.appId ?? appId;
  const ofApp = ({ start, baseUrl, managementApp }: RestoreAbout) =>
    baseUrl === file.baseUrl && managementApp === file.app && (target === undefined || start.app.appId === target);
  const found = (await unfinishedRestores(file.folder)).find(({ about }) => ofApp(about));
  const writes = (mode !== undefined || plan !== undefined) && !dryRun;
  if (!found && wanted) throw new NothingRestored(restored.refused.noneUnfinished);
  if (!found || (!wanted && !writes)) return undefined;
  const named = namedRestore(found.about);
  if (found.aliveOn !== undefined) throw new NothingRestored(restored.refused.underWay(named, found.aliveOn));
  if (!wanted) throw new NothingRestored(restored.refused.unfinished(named));
  return found.about;
}
