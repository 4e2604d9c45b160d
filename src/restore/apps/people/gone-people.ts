import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { Directory } from "../../../domain/directory";
import type { SettingName } from "../../../domain/source";
import { PEOPLE } from "../../plan/restore-choices";
import type { AppToMake } from "../new-app";
import { type NamedPerson, peopleIn } from "./settled-people";

/** The most that one request asks for (cybozu.dev, User API). */
const CODES_AT_ONCE = 100;

/** The settings that name people. */
const NAMING: readonly SettingName[] = [
  ...(["app/form/fields", "app/status", "app/actions", "app/acl", "record/acl", "field/acl"] as const),
  ...(["app/notifications/general", "app/notifications/perRecord", "app/notifications/reminder"] as const),
];

/** Whom the settings of the archive's apps name, and who is not there any more. */
export async function gonePeopleOf(apps: readonly AppToMake[], directory: Directory): Promise<NamedPerson[]> {
  const named: NamedPerson[] = [];
  for (const { archived } of apps) {
    for (const setting of NAMING) named.push(...peopleIn(await archivedSetting(archived, setting)));
  }
  return gonePeople(named, directory);
}

/** Those who are not there, or cannot log in, whom kintone takes in no setting: UNCONFIRMED(inactive-users). */
export async function gonePeople(named: readonly NamedPerson[], directory: Directory): Promise<NamedPerson[]> {
  const gone: NamedPerson[] = [];
  for (const people of PEOPLE) {
    const codes = [...new Set(named.flatMap((one) => (one.people === people ? [one.code] : [])))];
    for (let at = 0; at < codes.length; at += CODES_AT_ONCE) {
      const asked = codes.slice(at, at + CODES_AT_ONCE);
      const known = await directory.known(people, asked);
      gone.push(...asked.filter((code) => !known.get(code)?.isActive).map((code) => ({ people, code })));
    }
  }
  return gone;
}
