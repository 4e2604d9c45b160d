import type { OpenArchive } from "../../../archive/reading/open-archive";
import type { TargetFacts } from "../../../archive/manifest/manifest";
import type { Directory } from "../../../domain/directory";
import type { AppToMake } from "../../../restore/apps/new-app";
import { gonePeople, gonePeopleOf } from "../../../restore/apps/people/gone-people";
import type { NamedPerson } from "../../../restore/apps/people/settled-people";
import type { RebuildChoices } from "../../../restore/apps/rebuild-choices";
import type { RebuildWish } from "../../../restore/apps/rebuild-wish";
import { type ForeseenRecords, foreseenRecords } from "../../../restore/apps/records/foreseen-records";
import { peopleOfRecords } from "../../../restore/apps/records/people-of-records";
import { relatedApps } from "../../../restore/apps/related-apps";
import type { RebuildMessages } from "../../../screens/text/rebuild/language";
import type { Replaced } from "../../../restore/plan/restore-choices";
import { describeForeseen } from "../../../screens/text/rebuild/records/records-report";
import { appsAsked, otherApps } from "./apps-asked";

/** Which apps would be made, and what was decided. */
export interface PlannedApps {
  apps: readonly AppToMake[];
  choices: RebuildChoices;
  /** Apps that are named and that nothing stands for, by the archive's ids. */
  nowhere: readonly string[];
  /** Names of apps whose form the archive does not have. */
  without: readonly string[];
  /** Whom settings or records name, and who is gone. */
  gone: readonly NamedPerson[];
  /** Nobody decided about them. */
  undecided: readonly NamedPerson[];
  /** What is known of the records beforehand; absent where none are wished. */
  records?: ForeseenRecords;
  /** Who stands in the place of whoever records name and is gone. */
  replacedInRecords: Replaced;
}

interface PlanningParts {
  directory: Directory;
  isOwnDomain: boolean;
  /** The log-in name of who makes them. */
  operator: string;
  signal: AbortSignal;
}

/** Looks at the archive, and who is gone. Without any app there is nothing that could be made. */
export async function plannedApps(
  archive: OpenArchive,
  targets: readonly TargetFacts[],
  asked: RebuildWish,
  { directory, isOwnDomain, operator, signal }: PlanningParts,
): Promise<PlannedApps> {
  const apps = await appsAsked(archive, targets, asked, isOwnDomain);
  const others = await otherApps(apps, asked, isOwnDomain);
  const made = new Set(apps.map(({ archived }) => archived.facts.appId));
  const ofApps = apps.map(({ archived }) => archived);
  const inRecords = asked.withoutRecords ? [] : await gonePeople(await peopleOfRecords(ofApps, signal), directory);
  const inSettings = await gonePeopleOf(apps, directory);
  const gone = [
    ...new Map([...inSettings, ...inRecords].map((person) => [`${person.people} ${person.code}`, person])).values(),
  ];
  const isDecided = ({ people, code }: NamedPerson) => asked.leaveOutPeople || code in asked.replaced[people];
  return {
    ...(!asked.withoutRecords && { records: await foreseenRecords(ofApps, operator, signal) }),
    replacedInRecords: replacedBy(asked.replaced, inRecords),
    ...{ apps, choices: { apps: others, replaced: asked.replaced } },
    nowhere: (await relatedApps(apps)).filter((id) => !made.has(id) && !(id in others)),
    without: targets
      .filter(({ folder }) => !apps.some(({ archived }) => archived.facts.folder === folder))
      .map(({ appName }) => appName),
    ...{ gone, undecided: gone.filter((person) => !isDecided(person)) },
  };
}

/** Whoever is gone and has nobody in their place is left out. */
function replacedBy(replaced: Replaced, gone: readonly NamedPerson[]): Replaced {
  const of = (kind: NamedPerson["people"]) =>
    Object.fromEntries(
      gone.flatMap(({ people, code }) => (people === kind ? [[code, replaced[kind][code] ?? null]] : [])),
    );
  return { users: of("users"), organizations: of("organizations"), groups: of("groups") };
}

/** What would be made, in words. */
export function describePlanned(
  { apps, choices, nowhere, without, records }: PlannedApps,
  messages: RebuildMessages,
  asked: Pick<RebuildWish, "status" | "comments">,
): string[] {
  const { rebuild, restore, run, next } = messages;
  const names = new Map(apps.map(({ archived, name }) => [archived.facts.appId, name]));
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
    ...(nowhere.length > 0 ? [next.nowhere(nowhere)] : []),
    ...(without.length > 0 ? [would.without(without)] : []),
    ...(records ? describeForeseen(messages, records, asked, names) : []),
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
