import type { FieldCode } from "../../history/app-definition/fields";
import { decorateStatuses } from "../../screens/page/status-cells";
import { showWords } from "../../screens/page/word-cells";
import type { PageMessages } from "../../screens/text/page/messages";

/** Fields whose value is a status, or what is known of zips: shown as a badge, in the words of the user's language. */
const STATUS_FIELDS = ["run_status", "run_saved", "target_last_status"] as const satisfies FieldCode[];

/**
 * Fields whose value is another code: shown as words.
 *
 * Not those of tables, such as step and kind of error of a result: kintone gives no element of a field in a table, neither on
 * the page of a record nor in lists (cybozu.dev, "get-record-field-element" and "get-record-list-field-elements": null). Values are
 * written into a page where it is added or edited ("set-record-value"), or in events of such pages; that a value changed in
 * `app.record.detail.show` is shown is documented nowhere. The element of the whole table can be had, but what changes its
 * inside may break kintone. The column beside them, the message, says in words what they are codes of.
 */
const WORD_FIELDS = [
  "target_include",
  ...(["record_type", "run_trigger", "run_destination", "target_scope", "target_enabled"] as const),
  ...(["restore_kind", "restore_verdict", "restore_archive_known"] as const),
  ...(["drill_verdict", "drill_scratch_fate", "drill_archive_known", "drill_scope"] as const),
  ...(["disposal_kind", "disposal_verdict"] as const),
] as const satisfies FieldCode[];

type Cells = Readonly<Record<string, { value?: unknown } | undefined>>;

/**
 * Shows codes of the history in the user's words. What is stored stays as it is: conditions of views, notifications and permissions, the digests
 * of the chain and other people's programs go by it, and it must not depend on the language of who prepared the app.
 *
 * @param records those on the page
 * @param cellsOf the cells of a field, one for each record; `null` where it is not shown
 */
export function showInWords(
  records: readonly Cells[],
  cellsOf: (code: FieldCode) => readonly HTMLElement[] | null,
  messages: PageMessages,
): void {
  for (const code of STATUS_FIELDS) {
    const statuses = records.map((record) => String(record[code]?.value ?? ""));
    decorateStatuses(cellsOf(code), statuses, messages);
  }
  for (const code of WORD_FIELDS) {
    const values = records.map((record) => record[code]?.value);
    showWords(cellsOf(code), values, messages.words[code], messages.locale);
  }
}
