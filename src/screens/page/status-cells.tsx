import { render } from "preact";
import type { PageMessages } from "../text/page/messages";
import { StatusBadge, isStatus } from "../ui/status-badge";

/**
 * Turns the status cells of a list view into badges in the user's language.
 *
 * @param cells as `kintone.app.getFieldElements(code)` gives them; `null` (the view lacks the field) does nothing.
 * @param statuses the value of the field in each record of the event, in the same order. A value that is no status (empty, in
 * records of targets that never ran) leaves its cell as it is.
 */
export function decorateStatuses(
  cells: readonly HTMLElement[] | null,
  statuses: readonly string[],
  messages: PageMessages,
): void {
  cells?.forEach((cell, index) => {
    const status = statuses[index] ?? "";
    if (!isStatus(status)) return;
    const badge = document.createElement("div");
    render(<StatusBadge status={status} messages={messages} />, badge);
    cell.replaceChildren(badge);
  });
}
