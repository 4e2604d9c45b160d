import { archivedRecords, recordIn } from "../../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../../archive/reading/open-archive";
import type { KintoneRecord } from "../../../archive/records/kintone-app";
import { isObject, rowsOf } from "../../../archive/records/understood";
import type { People } from "../../plan/restore-choices";
import { isOfItsOwn, type NamedPerson } from "../people/settled-people";

const KIND_OF: Readonly<Record<string, People>> = {
  ...{ USER_SELECT: "users", CREATOR: "users", MODIFIER: "users", STATUS_ASSIGNEE: "users" },
  ...{ ORGANIZATION_SELECT: "organizations", GROUP_SELECT: "groups" },
};

/** Everybody whom records name, each once: kintone takes no record that names somebody who is gone. Reads the records once. */
export async function peopleOfRecords(apps: readonly ArchivedTarget[], signal: AbortSignal): Promise<NamedPerson[]> {
  const met = new Map<string, NamedPerson>();
  for (const archived of apps) {
    for await (const records of archivedRecords(archived)) {
      signal.throwIfAborted();
      for (const { line } of records) meet(recordIn(line));
    }
  }
  return [...met.values()];

  function meet(record: KintoneRecord): void {
    for (const cell of Object.values(record)) {
      if (cell.type === "SUBTABLE") for (const { value } of rowsOf(cell)) meet(value);
      const people = KIND_OF[cell.type];
      if (!people) continue;
      for (const one of [cell.value].flat()) {
        const code: unknown = isObject(one) ? Reflect.get(one, "code") : undefined;
        if (typeof code !== "string" || code === "") continue;
        const person = { people, code };
        if (!isOfItsOwn(person)) met.set(`${people} ${code}`, person);
      }
    }
  }
}
