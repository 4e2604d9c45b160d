import type { App } from "../domain/app";
import type { Message, Occasion } from "../domain/outgoing";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import type { StoredRecord } from "../records/record";
import type { Call } from "./endpoint";

const webhookOf = {
  recordAdded: "ADD_RECORD",
  recordEdited: "UPDATE_RECORD",
  statusChanged: "UPDATE_STATUS",
  commentAdded: "ADD_RECORD_COMMENT",
} as const;

/** Whether one record was written by an API for one record, or by one for several. */
export type Way = "single" | "plural";

/**
 * Writes down what a write sends. Webhooks hear of it from APIs for single records and from comments only (kintone help, webhook), whatever
 * hooks the app has. Notifications are those of the app's settings (kintone help, notification_rest_api); that writes of several
 * records send them too is UNCONFIRMED(notifications-of-writes), as is that a condition counts again with every edit. Who is notified is not worked out.
 */
export function announce(call: Call, app: App, record: StoredRecord, occasion: Occasion, way: Way): void {
  const note = (message: Message) => call.domain.outgoing.note(app.id, record.id, message);
  if (way === "single") note({ kind: "webhook", type: webhookOf[occasion] });
  const { generalNotifications, perRecordNotifications } = app.settings;
  const general = generalNotifications.notifications as Array<Partial<Record<Occasion, boolean>>>;
  if (general.some((notification) => notification[occasion])) note({ kind: "notification", about: occasion });
  if (occasion !== "recordAdded" && occasion !== "recordEdited") return;
  for (const { filterCond } of perRecordNotifications as Array<{ filterCond: string }>) {
    const isMet = predicate(parseQuery(filterCond).condition, call.asker(app));
    if (isMet(record)) note({ kind: "notification", about: "condition" });
  }
}

/** Whoever gets a record to work on is told (kintone help, whatsnotification). */
export function announceAssignees(call: Call, app: App, { id, assignees }: StoredRecord): void {
  const others = assignees.filter((code) => code !== call.callerCode);
  if (others.length > 0) call.domain.outgoing.note(app.id, id, { kind: "notification", about: "assigned" });
}
