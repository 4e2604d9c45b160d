import { sectionsToHide } from "../../screens/history/record-sections";
import { decorateStatuses } from "../../screens/history/status-cells";
import { messagesFor } from "../../screens/text/run/language";
import { STATUS_FIELDS } from "./record-list";
import { offerVerification } from "./verify-record";

const PAGES = ["app.record.detail.show", "app.record.create.show", "app.record.edit.show"] as const;

/**
 * The plugin on the page of one record of the backup-management app.
 *
 * @param script URL of the bundle that this is part of, for the Worker
 */
export function watchRecordPage(script: string): void {
  kintone.events.on([...PAGES], (event) => {
    const text = (code: string) => String(event.record[code]?.value ?? "");
    // kintone.app.record.setFieldShown takes groups and tables too (cybozu.dev, "show-or-hide-a-field").
    for (const code of sectionsToHide(text("record_type"))) kintone.app.record.setFieldShown(code, false);
    if (event.type === "app.record.detail.show") {
      const messages = messagesFor(kintone.getLoginUser().language);
      for (const code of STATUS_FIELDS) {
        const cell = kintone.app.record.getFieldElement(code);
        decorateStatuses(cell && [cell], [text(code)], messages);
      }
      offerVerification(event.record, script);
    }
    return event;
  });
}
