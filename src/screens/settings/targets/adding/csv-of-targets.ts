import type { NewTarget } from "../../../../history/targets/target-register";
import { csvOf } from "../../../csv/write-csv";
import { COLUMNS } from "./csv-lines";

/** The targets that name their app as a CSV that `csvLinesOf` reads back unchanged. Its heads are the field codes, which no language changes. */
export function csvOfTargets(targets: readonly NewTarget[]): string {
  const rows = targets.map(({ appId, guestSpaceId = "", appName, query, enabled }) => [
    ...[appId, guestSpaceId, appName, query],
    enabled ? "enabled" : "disabled",
  ]);
  return csvOf([COLUMNS, ...rows]);
}
