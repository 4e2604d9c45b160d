import { render } from "preact";
import type { InspectorMessages } from "../text/chain/language";
import { Button } from "../ui/button";

interface ChainButtonOptions {
  messages: InspectorMessages;
  onPress: () => void | Promise<void>;
}

const ID = "kbm-chain-button";

/** Puts "Check history" into the space, once, as `mountRunButton` does. */
export function mountChainButton(space: HTMLElement, { messages, onPress }: ChainButtonOptions): void {
  if (document.getElementById(ID)) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = messages.locale;
  space.append(place);
  render(<Button text={messages.chain.button} onClick={onPress} />, place);
}
