import type { Page } from "../page";
import type { KintoneRecord } from "../record/record-values";

/** `kintone.app.record` (cybozu.dev, js-api/record): detail, create and edit screens; `null` elsewhere. */
export function createRecordApi(page: Page) {
  const notInHandler = () => {
    if (page.record?.inHandler) {
      throw new Error("kintone.app.record.get() and set() cannot be called in an event handler.");
    }
    return page.record;
  };
  return {
    getId: () => page.record?.recordId ?? null,
    get: () => {
      const record = notInHandler();
      return record ? { record: record.get() } : null;
    },
    set: ({ record }: { record: KintoneRecord }) => notInHandler()?.set(record),
    getHeaderMenuSpaceElement: () => page.record?.headerMenuSpace ?? null,
    getSpaceElement: (elementId: string) => page.record?.space(elementId) ?? null,
    getFieldElement: (fieldCode: string) => page.record?.field(fieldCode) ?? null,
    setFieldShown: (fieldCode: string, shown: boolean) => page.record?.setFieldShown(fieldCode, shown),
  };
}
