import type { AppToMake } from "../../../restore/apps/new-app";
import type { NamedPerson } from "../../../restore/apps/people/settled-people";
import type { RebuildWish } from "../../../restore/apps/rebuild-wish";
import type { RebuildMessages } from "../../../screens/text/rebuild/language";
import { describeForeseen } from "../../../screens/text/rebuild/records/records-report";
import type { PlannedApps } from "./planned-apps";

/** What an app was, what it would be called, and where it would be. */
export function describePlannedApp(
  { rebuild: { would }, restore, run }: RebuildMessages,
  { archived, name, place: { spaceId, isGuest } }: AppToMake,
): string {
  const { appName, appId, guestSpaceId } = archived.facts;
  const before = restore.value.nameAndCode(restore.app(appName), run.appId(appId, guestSpaceId));
  if (spaceId === undefined) return would.app(before, name, would.outside);
  return would.app(before, name, isGuest ? would.guestSpace(spaceId) : would.space(spaceId));
}

/** What is known beforehand beside the apps, in words. */
export function describeBeforehand(
  messages: RebuildMessages,
  { apps, choices, without, records }: PlannedApps,
  asked: Pick<RebuildWish, "status" | "comments">,
): string[] {
  const { would } = messages.rebuild;
  const names = new Map(apps.map(({ archived, name }) => [archived.facts.appId, name]));
  const others = Object.values(choices.apps);
  return [
    ...(others.length > 0 ? [would.others(others)] : []),
    ...(without.length > 0 ? [would.without(without)] : []),
    ...(records ? describeForeseen(messages, records, asked, names) : []),
  ];
}

export const peopleInWords = (
  people: readonly NamedPerson[],
  { person }: Pick<RebuildMessages["rebuild"], "person">,
): string[] => people.map(({ people: kind, code }) => person[kind](code));
