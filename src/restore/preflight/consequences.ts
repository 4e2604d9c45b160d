import { endsTheRun, toBackupError } from "../../domain/errors";
import { lookInto } from "../../domain/settings/answer-part";
import type { SettingName, Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { cellOf } from "../../archive/records/understood";
import type { ComparedForms } from "../compare/compared-forms";
import { isEmptyValue } from "../plan/empty-value";
import type { Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";

const NOTIFYING = ["app/notifications/general", "app/notifications/perRecord", "app/notifications/reminder"] as const;

/**
 * Whom the app notifies of records, and whether it has a process. That records which are added or changed several at a time notify people is
 * UNCONFIRMED(notifications-of-writes), and taken to be so. Costs four requests.
 */
export async function checkConsequences(
  { added, changed }: { added: number; changed: number },
  app: AppRef,
  source: Pick<Source, "readSetting">,
): Promise<Obstacle[]> {
  const writes = added + changed;
  if (writes === 0) return [];
  const read = (name: SettingName) => source.readSetting(app, name).catch(unlessItEnds);
  const notifying = await Promise.all(NOTIFYING.map(read));
  const notified = notifying.some((answer) => lookInto(answer).root.member("notifications").items().length > 0);
  const isUnknown = notifying.includes(undefined);
  const notifications: Obstacle[] =
    notified || isUnknown
      ? [{ code: "NOTIFICATIONS", weight: "told", settings: notified ? "some" : "unknown", writes, ways: [] }]
      : [];
  const hasProcess =
    added > 0 &&
    lookInto(await read("app/status"))
      .root.member("enable")
      .flag() === true;
  const process: Obstacle[] = hasProcess ? [{ code: "PROCESS", weight: "told", records: added, ways: [] }] : [];
  return [...notifications, ...process];
}

function unlessItEnds(thrown: unknown): undefined {
  const error = toBackupError(thrown);
  if (endsTheRun(error)) throw error;
  return undefined;
}

/** Records that had categories, which no API gives to a new one. */
export function checkCategories({ archived }: ComparedForms): RecordCheck<Obstacle[]> {
  const code = Object.values(archived.properties).find(({ type, enabled }) => type === "CATEGORY" && enabled)?.code;
  let records = 0;
  return {
    see({ wanted, change }) {
      if (code !== undefined && !change && !isEmptyValue(cellOf(wanted, code)?.value)) records += 1;
    },
    found: () => (records > 0 ? [{ code: "CATEGORIES", weight: "told", records, ways: [] }] : []),
  };
}
