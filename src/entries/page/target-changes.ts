import { pageMessagesFor } from "../../screens/text/page/language";
import type { FindParts } from "./meeting";
import { withParts } from "./with-parts";

type Cells = kintone.RecordPageEvent["record"];

/** Where a record is about to be changed, with its values up to then (cybozu.dev, events of lists and records). */
const BEFORE = ["app.record.edit.show", "app.record.index.edit.show"] as const;
/** Where kintone has saved it, and waits for what is returned. */
const SAVED = [
  "app.record.create.submit.success",
  "app.record.edit.submit.success",
  "app.record.index.edit.submit.success",
] as const;
/**
 * Before a record is deleted: afterwards kintone tells its id alone, and that it waits then is UNCONFIRMED(deletion-waits). Deletions of many
 * at once have no event.
 */
const DELETING = ["app.record.detail.delete.submit", "app.record.index.delete.submit"] as const;

/** Records what people do to targets on kintone's own pages. Whatever becomes of that, saving and deleting go on. */
export function watchTargetChanges(findParts: FindParts): void {
  const before = new Map<string, Cells>();
  const record = async (was: Cells | undefined, is: Cells | undefined) => {
    if (![was, is].some((cells) => cells?.record_type?.value === "target")) return;
    const messages = pageMessagesFor(kintone.getLoginUser().language);
    await withParts(findParts, messages, async ({ changes }) => (await changes()).record(was, is)).catch(
      () => undefined,
    );
  };
  kintone.events.on([...BEFORE], (event) => {
    // Other customizations may write into it.
    before.set(String(event.recordId), structuredClone(event.record));
    return event;
  });
  kintone.events.on([...SAVED], async (event) => {
    const id = String(event.recordId);
    const was = before.get(id);
    // Null for who may add records and not view them. Of an edited one, what it was must be known, or it would look like a new one.
    if (event.record && (was || event.type === "app.record.create.submit.success")) await record(was, event.record);
    before.delete(id);
    return event;
  });
  kintone.events.on([...DELETING], async (event) => {
    await record(event.record, undefined);
    return event;
  });
}
