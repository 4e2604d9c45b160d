import type { Messages } from "../text/messages";

interface RunButtonOptions {
  messages: Messages;
  /** The button stays disabled until the promise settles. */
  onPress: () => void | Promise<void>;
}

/**
 * Puts "Run backup now" into the space, once: `app.record.index.show` fires again at paging and sorting, so a second call
 * with the button in place does nothing.
 */
export function mountRunButton(_space: HTMLElement, _options: RunButtonOptions): void {
  throw new Error("not written");
}
