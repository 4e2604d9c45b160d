import { render } from "preact";
import type { Status } from "../../domain/status";
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
  const badges = new Map<Status, HTMLElement>();
  cells?.forEach((cell, index) => {
    const status = statuses[index] ?? "";
    if (!isStatus(status)) return;
    const badge = badges.get(status) ?? drawBadge(status, messages);
    badges.set(status, badge);
    // A copy: a list has up to a hundred rows, and people wait for it.
    cell.replaceChildren(badge.cloneNode(true));
  });
}

function drawBadge(status: Status, messages: PageMessages): HTMLElement {
  const badge = document.createElement("div");
  render(<StatusBadge status={status} messages={messages} />, badge);
  return badge;
}
