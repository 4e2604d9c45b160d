import { render } from "preact";
import { Button } from "../ui/button";
import { SavingPanel } from "./saving-panel";

type Panel = Parameters<typeof SavingPanel>[0];

/** Opens a dialog over the zips of a run of an earlier visit. Resolves when it is closed. */
export async function openSavingDialog(panel: Panel): Promise<void> {
  const { messages } = panel;
  const body = document.createElement("div");
  body.className = "kbm-run";
  body.lang = messages.locale;
  const dialog = await kintone.createDialog({
    title: messages.saving.title,
    body,
    showOkButton: false,
    showCancelButton: false,
    showCloseButton: true,
  });
  render(
    <div class="kbm-run-panel">
      <SavingPanel {...panel} />
      <div class="kbm-buttons">
        <Button text={messages.run.close} onClick={() => dialog.close()} />
      </div>
    </div>,
    body,
  );
  await dialog.show();
  render(null, body);
}

/** Draws the same on a page; returns what takes it away again. */
export function mountSavingPanel(place: HTMLElement, panel: Panel): () => void {
  render(
    <div class="kbm-verify-panel">
      <SavingPanel {...panel} />
    </div>,
    place,
  );
  return () => render(null, place);
}
