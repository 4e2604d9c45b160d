import type { ArchivedTarget, OpenArchive } from "../../../archive/reading/open-archive";
import type { RestoreAsked } from "../../../command/host";
import type { AppRef } from "../../../domain/target";
import { identityOf } from "../../../restore/compare/app-identity";
import { compareForms, type ComparedForms } from "../../../restore/compare/compared-forms";
import type { NotComparable } from "../../../restore/compare/comparison";
import { BY_ID, type Matching } from "../../../restore/compare/matching";
import type { RestoreWorld } from "../../../restore/run-restore";
import { harmlessLine } from "../../../screens/text/harmless";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import { chosenTargets } from "../archive-to-compare";
import { NothingRestored } from "./nothing-restored";

/** An app of an archive, and the app of kintone that it is put back into. */
export interface AppOfRestore {
  archived: ArchivedTarget;
  app: AppRef;
  name: string;
  forms: ComparedForms;
}

/** The app of the archive that is meant. Throws `NothingRestored` or `NothingToCompare` where it is not known which. */
export function archivedApp(
  archive: OpenArchive,
  messages: RestoreCommandMessages,
  { appId }: Pick<RestoreAsked, "appId">,
): ArchivedTarget {
  const { restored, restore } = messages;
  const targets = chosenTargets(archive, messages, { apps: appId === undefined ? [] : [appId] });
  const [only, ...others] = targets;
  const archived = only && archive.target(only.folder);
  if (archived && others.length === 0) return archived;
  const apps = targets.map((target) => restore.value.nameAndCode(target.appName, target.appId));
  throw new NothingRestored(harmlessLine(restored.refused.whichApp(apps)));
}

/** How records are known in the app that they are put into. */
export function matchingOf({ into }: Pick<RestoreAsked, "into">): Matching {
  if (!into) return BY_ID;
  return into.key === undefined ? { by: "nothing" } : { by: "key", field: into.key };
}

/** The app, with its form beside that of the archive. Throws `NothingRestored` where the two cannot be compared. */
export async function appOfRestore(
  archived: ArchivedTarget,
  app: AppRef,
  matching: Matching,
  { restore }: RestoreCommandMessages,
  { source }: Pick<RestoreWorld, "source">,
): Promise<AppOfRestore> {
  const forms = await compareForms(archived, app, source, matching);
  if ("reason" in forms) {
    const say = restore.notComparable[forms.reason] as (why: NotComparable) => string;
    throw new NothingRestored(harmlessLine(say(forms)));
  }
  const { name } = identityOf(await source.readSetting(app, "app"));
  return { archived, app, name, forms };
}
