import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { identityOf, isSameApp } from "../compare/app-identity";
import type { NotComparable } from "../compare/comparison";
import { archivedSettings } from "./archived-settings";
import { compareSettings } from "./compare-settings";
import { presentSettings } from "./present-settings";
import type { SettingsComparison } from "./settings-comparison";

/**
 * What became of an app's settings since an archive. Costs a request for each setting and language, and one for each of the app's files. Rejects with a `BackupError`
 * when the app cannot be read, and with an `ArchiveError` when the archive's settings are damaged.
 *
 * @param into another app; else the one that the archive was made of, which has to be there
 */
export async function settingsSinceArchive(
  archived: ArchivedTarget,
  source: Pick<Source, "settings" | "readSetting" | "openFile">,
  into?: AppRef,
): Promise<SettingsComparison | NotComparable> {
  const app = into ?? appOf(archived);
  const [own, other] = [await archivedSetting(archived, "app"), await source.readSetting(app, "app")].map(identityOf);
  if (!own || !other) return { reason: "no-form", app: archived.facts.appName };
  const isSame = isSameApp(own, other);
  if (!into && !isSame) return { reason: "another-app", archived: own, present: other };
  const [before, after] = await Promise.all([archivedSettings(archived), presentSettings(source, app)]);
  return compareSettings(before, after, isSame);
}

/** What two archives of an app tell of its settings, beside one another. Rejects with an `ArchiveError` as the above does. */
export async function settingsOfArchives(before: ArchivedTarget, after: ArchivedTarget): Promise<SettingsComparison> {
  const [old, now] = await Promise.all([archivedSettings(before), archivedSettings(after)]);
  const [one, other] = await Promise.all(
    [before, after].map(async (archived) => identityOf(await archivedSetting(archived, "app"))),
  );
  return compareSettings(old, now, one !== undefined && other !== undefined && isSameApp(one, other));
}

function appOf({ facts: { appId, guestSpaceId } }: ArchivedTarget): AppRef {
  return { appId, ...(guestSpaceId && { guestSpaceId }) };
}
