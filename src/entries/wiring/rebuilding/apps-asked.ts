import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { OpenArchive } from "../../../archive/reading/open-archive";
import type { TargetFacts } from "../../../archive/manifest/manifest";
import { appOf } from "../../../domain/settings/known-settings";
import type { AppPlace } from "../../../domain/app-workshop";
import { inOrderOfLookups } from "../../../restore/apps/making/order";
import type { AppToMake } from "../../../restore/apps/new-app";
import type { RebuildWish } from "../../../restore/apps/rebuild-wish";
import { relatedApps } from "../../../restore/apps/related-apps";

/** The most that a name may have (cybozu.dev, add-preview-app). */
const LONGEST_NAME = 64;

/** The apps that are to be made, in the order of their lookups. Those of which the archive has no form cannot be, and are not among them. */
export async function appsAsked(
  archive: OpenArchive,
  targets: readonly TargetFacts[],
  asked: Pick<RebuildWish, "nameSuffix" | "place">,
  isOwnDomain: boolean,
): Promise<AppToMake[]> {
  const apps: AppToMake[] = [];
  for (const { folder, appName, guestSpaceId } of targets) {
    const archived = archive.target(folder);
    if (!archived || (await archivedSetting(archived, "app/form/fields")) === undefined) continue;
    const { spaceId } = appOf((await archivedSetting(archived, "app")) ?? {});
    const before: AppPlace = {
      ...(spaceId !== null && { spaceId }),
      ...(guestSpaceId !== undefined && { spaceId: guestSpaceId, isGuest: true }),
    };
    // Where the archive is of another domain, its spaces are others, too.
    const place = asked.place ?? (isOwnDomain ? before : {});
    apps.push({ archived, place, name: named(appName, asked.nameSuffix) });
  }
  return inOrderOfLookups(apps);
}

const named = (name: string, suffix: string): string =>
  `${[...name].slice(0, LONGEST_NAME - [...suffix].length).join("")}${suffix}`;

/** Apps that stand for themselves, as they are not made anew: where the archive is of the same domain, they are the same. */
export async function otherApps(
  apps: readonly AppToMake[],
  { others }: Pick<RebuildWish, "others">,
  isOwnDomain: boolean,
): Promise<Record<string, string>> {
  const made = new Set(apps.map(({ archived }) => archived.facts.appId));
  const related = isOwnDomain ? await relatedApps(apps) : [];
  const same = related.filter((id) => !made.has(id)).map((id) => [id, id] as const);
  return { ...Object.fromEntries(same), ...others };
}
