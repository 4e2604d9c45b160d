import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface RunButtonOptions {
  messages: PageMessages;
  /** Whether it is there at all; its place among the others is kept until that is known. */
  offered: Promise<boolean>;
  /** The button stays disabled until the promise settles. */
  onPress: () => void | Promise<void>;
}

const ID = "kbm-run-button";

/**
 * Puts "Run backup now" into the space, once: `app.record.index.show` fires again at paging and sorting, so a second call
 * with the button in place does nothing.
 */
export function mountRunButton(space: HTMLElement, options: RunButtonOptions): void {
  if (document.getElementById(ID)) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  space.append(place);
  void options.offered.then((offered) => {
    if (offered) render(<RunButton {...options} />, place);
  });
}

function RunButton({ messages, onPress }: Omit<RunButtonOptions, "offered">) {
  const [busy, setBusy] = useState(false);
  const wasBusy = useRef(false);
  useEffect(() => {
    // While it was disabled, the dialog could not give the focus back to it.
    const lost = wasBusy.current && !busy && document.activeElement === document.body;
    if (lost) document.querySelector<HTMLElement>(`#${ID} button`)?.focus();
    wasBusy.current = busy;
  }, [busy]);
  const press = async () => {
    setBusy(true);
    try {
      await onPress();
    } finally {
      setBusy(false);
    }
  };
  return <Button main text={messages.page.runBackup} disabled={busy} onClick={press} />;
}
