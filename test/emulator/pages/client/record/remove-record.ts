import type { Page } from "../page";
import type { KintoneRecord } from "./record-values";

/**
 * Asks, lets the handlers of `…delete.submit` object (`false`, or `event.error`), deletes. True when the record is gone.
 */
export async function removeRecord(page: Page, record: KintoneRecord, eventType: string): Promise<boolean> {
  const { text, data } = page;
  const answer = await page.ui.showConfirmDialog({ body: text.removeQuestion, okButtonText: text.removeConfirm });
  if (answer !== "OK") return false;
  const recordId = Number(record.$id?.value);
  const event = { type: eventType, appId: Number(data.app?.id), recordId, record: structuredClone(record) };
  const { returned, cancelled } = await page.events.fire(event);
  if (returned?.error) {
    await page.ui.showNotification("ERROR", returned.error);
    return false;
  }
  if (cancelled) return false;
  try {
    await page.rest.call("/k/v1/records", "DELETE", { app: data.app?.id, ids: [recordId] });
    return true;
  } catch (error) {
    page.tell(error);
    return false;
  }
}
