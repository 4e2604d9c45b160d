import type { OpenArchive } from "../../../archive/reading/open-archive";
import type { RebuildAsked } from "../../../command/host";
import type { Directory } from "../../../domain/directory";
import type { AppToMake } from "../../../restore/apps/new-app";
import { gonePeopleOf } from "../../../restore/apps/people/gone-people";
import type { NamedPerson } from "../../../restore/apps/people/settled-people";
import type { RebuildChoices } from "../../../restore/apps/rebuild-choices";
import { relatedApps } from "../../../restore/apps/related-apps";
import type { RebuildMessages } from "../../../screens/text/rebuild/language";
import { chosenTargets } from "../archive-to-compare";
import { NothingRestored } from "../restoring/nothing-restored";
import { appsAsked, otherApps } from "./apps-asked";

/** Which apps would be made, and what was decided. */
export interface PlannedApps {
  apps: readonly AppToMake[];
  choices: RebuildChoices;
  /** Apps that are named and that nothing stands for, by the archive's ids. */
  nowhere: readonly string[];
  /** Names of apps whose form the archive does not have. */
  without: readonly string[];
  /** Nobody decided about them. */
  undecided: readonly NamedPerson[];
}

/** Looks at the archive, and who is gone. Throws `NothingRestored` when there is nothing that could be made. */
export async function plannedApps(
  archive: OpenArchive,
  asked: RebuildAsked,
  messages: RebuildMessages,
  { directory, isOwnDomain }: { directory: Directory; isOwnDomain: boolean },
): Promise<PlannedApps> {
  const targets = chosenTargets(archive, messages, asked);
  const apps = await appsAsked(archive, targets, asked, isOwnDomain);
  if (apps.length === 0) throw new NothingRestored(messages.rebuild.refused.noForm);
  const others = await otherApps(apps, asked, isOwnDomain);
  const made = new Set(apps.map(({ archived }) => archived.facts.appId));
  const gone = await gonePeopleOf(apps, directory);
  const isDecided = ({ people, code }: NamedPerson) => asked.leaveOutPeople || code in asked.replaced[people];
  return {
    ...{ apps, choices: { apps: others, replaced: asked.replaced } },
    nowhere: (await relatedApps(apps)).filter((id) => !made.has(id) && !(id in others)),
    without: targets
      .filter(({ folder }) => !apps.some(({ archived }) => archived.facts.folder === folder))
      .map(({ appName }) => appName),
    undecided: gone.filter((person) => !isDecided(person)),
  };
}

/** What would be made, in words. */
export function describePlanned(
  { apps, choices, nowhere, without, undecided }: PlannedApps,
  { rebuild, restore, run }: RebuildMessages,
): string[] {
  const { would } = rebuild;
  const others = Object.values(choices.apps);
  return [
    would.make,
    ...apps.map(({ archived, name, place }) => {
      const { appName, appId, guestSpaceId } = archived.facts;
      const before = restore.value.nameAndCode(restore.app(appName), run.appId(appId, guestSpaceId));
      return `  ${would.app(before, name, placeInWords(place))}`;
    }),
    ...(others.length > 0 ? [would.others(others)] : []),
    ...(nowhere.length > 0 ? [would.nowhere(nowhere)] : []),
    ...(without.length > 0 ? [would.without(without)] : []),
    ...(undecided.length > 0 ? [rebuild.refused.people(peopleInWords(undecided, rebuild))] : []),
  ];

  function placeInWords({ spaceId, isGuest }: AppToMake["place"]): string {
    if (spaceId === undefined) return would.outside;
    return isGuest ? would.guestSpace(spaceId) : would.space(spaceId);
  }
}

export const peopleInWords = (
  people: readonly NamedPerson[],
  { person }: Pick<RebuildMessages["rebuild"], "person">,
): string[] => people.map(({ people: kind, code }) => person[kind](code));
