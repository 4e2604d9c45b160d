import { archivedSetting } from "../../../../archive/reading/archived-setting";
import type { KintoneRecord } from "../../../../archive/records/kintone-app";
import type { KnownApp } from "../known-set";
import { statusReading } from "./archived-statuses";
import { processOf, statusesOf } from "./process";

/** The status of a record that a new one does not have by itself; `undefined` where the archive's app had no process. */
export async function statusLeft(app: KnownApp): Promise<((record: KintoneRecord) => string | undefined) | undefined> {
  const [first] = statusesOf(processOf((await archivedSetting(app.archived, "app/status")) ?? {}));
  if (first === undefined) return undefined;
  const reading = statusReading(app);
  return (record) => {
    const found = reading.of(record);
    return found && found.status !== first ? found.status : undefined;
  };
}
