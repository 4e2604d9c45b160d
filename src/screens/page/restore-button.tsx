import { render } from "preact";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface RestoreButtonOptions {
  messages: PageMessages;
  /** What is done; "compare and restore" when absent. */
  text?: string;
  onPress: () => void | Promise<void>;
}

const ID = "kbm-restore-button";

/** Puts the button for comparing and restoring into the space, once, as `mountRunButton` does. */
export function mountRestoreButton(space: HTMLElement, { messages, text, onPress }: RestoreButtonOptions): void {
  if (document.getElementById(ID)) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = messages.locale;
  space.append(place);
  render(<Button text={text ?? messages.page.restore} onClick={onPress} />, place);
}

/** The page changes records without a load, and the next one may be no run. */
export function removeRestoreButton(): void {
  const place = document.getElementById(ID);
  if (!place) return;
  render(null, place);
  place.remove();
}
