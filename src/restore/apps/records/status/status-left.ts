import { archivedSetting } from "../../../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../../../archive/reading/open-archive";
import type { FormFields, KintoneRecord } from "../../../../archive/records/kintone-app";
import { statusReading } from "./archived-statuses";
import { processOf, statusesOf } from "./process";

/** The status of a record that a new one does not have by itself; `undefined` where the archive's app had no process. */
export async function statusLeft(
  archived: ArchivedTarget,
  form: FormFields,
): Promise<((record: KintoneRecord) => string | undefined) | undefined> {
  const [first] = statusesOf(processOf((await archivedSetting(archived, "app/status")) ?? {}));
  if (first === undefined) return undefined;
  const reading = statusReading(form);
  return (record) => {
    const found = reading.of(record);
    return found && found.status !== first ? found.status : undefined;
  };
}
