import type { Messages } from "../text/messages";

/**
 * Turns the status cells of a list view into badges in the user's language.
 *
 * @param cells as `kintone.app.getFieldElements(code)` gives them; `null` (the view lacks the field) does nothing.
 * @param statuses the value of the field in each record of the event, in the same order. A value that is no status (empty, in
 * records of targets that never ran) leaves its cell as it is.
 */
export function decorateStatuses(
  _cells: readonly HTMLElement[] | null,
  _statuses: readonly string[],
  _messages: Messages,
): void {
  throw new Error("not written");
}
