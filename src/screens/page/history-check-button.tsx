import { render } from "preact";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface HistoryCheckButtonOptions {
  messages: PageMessages;
  onPress: () => void | Promise<void>;
}

const ID = "kbm-chain-button";

/** Puts "Check history" into the space, once, as `mountRunButton` does. */
export function mountHistoryCheckButton(space: HTMLElement, { messages, onPress }: HistoryCheckButtonOptions): void {
  if (document.getElementById(ID)) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = messages.locale;
  space.append(place);
  render(<Button text={messages.page.checkHistory} onClick={onPress} />, place);
}
