import { render } from "preact";
import type { PageMessages } from "../text/page/messages";
import { SavedBadge, StatusBadge, isSaved, isStatus } from "../ui/status-badge";

/**
 * Turns cells of a list view that hold a status, or what is known of a run's zips, into badges in the user's language.
 *
 * @param cells as `kintone.app.getFieldElements(code)` gives them; `null` (the view lacks the field) does nothing.
 * @param words the value of the field in each record of the event, in the same order. Any other value (empty, in
 * records of targets that never ran) leaves its cell as it is.
 */
export function decorateStatuses(
  cells: readonly HTMLElement[] | null,
  words: readonly string[],
  messages: PageMessages,
): void {
  const badges = new Map<string, HTMLElement>();
  cells?.forEach((cell, index) => {
    const word = words[index] ?? "";
    const badge = badges.get(word) ?? drawBadge(word, messages);
    if (!badge) return;
    badges.set(word, badge);
    // A copy: a list has up to a hundred rows, and people wait for it.
    cell.replaceChildren(badge.cloneNode(true));
  });
}

function drawBadge(word: string, messages: PageMessages): HTMLElement | undefined {
  const badge = document.createElement("div");
  if (isStatus(word)) render(<StatusBadge status={word} messages={messages} />, badge);
  else if (isSaved(word)) render(<SavedBadge saved={word} messages={messages} />, badge);
  else return undefined;
  return badge;
}
