import { archivedRecords, recordIn } from "../../../../archive/reading/archived-records";
import type { FormFields, KintoneRecord } from "../../../../archive/records/kintone-app";
import { isObject } from "../../../../archive/records/understood";
import type { Replacements } from "../../../plan/restore-choices";
import type { KnownApp } from "../known-set";

/** Where a record of the archive was in its process. */
export interface ArchivedStatus {
  id: string;
  /** Absent where it is not in the new app. */
  newId?: string;
  status: string;
  /** Log-in names. */
  assignees: readonly string[];
}

/** The status and the assignees of a record, whatever these fields are called. */
export interface StatusReading {
  of(record: KintoneRecord): Pick<ArchivedStatus, "status" | "assignees"> | undefined;
}

export function statusReading({ properties }: FormFields, replaced: Replacements = {}): StatusReading {
  const codeOf = (type: string) => Object.values(properties).find((field) => field.type === type)?.code;
  const [ofStatus, ofAssignees] = [codeOf("STATUS"), codeOf("STATUS_ASSIGNEE")];
  const cell = (record: KintoneRecord, code: string | undefined) =>
    code !== undefined && Object.hasOwn(record, code) ? record[code]?.value : undefined;
  const one = (name: string) => (Object.hasOwn(replaced, name) ? (replaced[name] ?? null) : name);
  return {
    of(record) {
      const status = cell(record, ofStatus);
      if (typeof status !== "string" || status === "") return undefined;
      const people = [cell(record, ofAssignees) ?? []].flat();
      const names = people.flatMap((person) => {
        const code: unknown = isObject(person) ? Reflect.get(person, "code") : undefined;
        const name = typeof code === "string" ? one(code) : null;
        return name === null || name === "" ? [] : [name];
      });
      return { status, assignees: [...new Set(names)] };
    },
  };
}

/** What one request moves. */
const AT_ONCE = 100;

/** Records that were in another status than the first, or somebody's. Reads the archive once. */
export async function* archivedStatuses(
  app: Pick<KnownApp, "archived">,
  reading: StatusReading,
  first: string | undefined,
  newIds: ReadonlyMap<string, string>,
): AsyncGenerator<ArchivedStatus[], void, undefined> {
  let batch: ArchivedStatus[] = [];
  for await (const records of archivedRecords(app.archived)) {
    for (const { id, line } of records) {
      const found = reading.of(recordIn(line));
      if (!found || (found.status === first && found.assignees.length === 0)) continue;
      const newId = newIds.get(id);
      batch.push({ id, ...found, ...(newId !== undefined && { newId }) });
      if (batch.length < AT_ONCE) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
