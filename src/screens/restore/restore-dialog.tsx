import { render } from "preact";
import { RestoreScreen, type RestoreScreenProps } from "./restore-screen";

/** Opens the screen over the page. It closes by its own buttons alone: a comparison may have taken its time. Resolves when it is closed. */
export async function openRestoreDialog(options: Omit<RestoreScreenProps, "onClose">): Promise<void> {
  const { messages } = options;
  const body = document.createElement("div");
  body.className = "kbm-run kbm-restore";
  body.lang = messages.locale;
  const dialog = await kintone.createDialog({
    ...{ title: messages.restoring.title, body },
    ...{ showOkButton: false, showCancelButton: false, showCloseButton: false },
  });
  render(<RestoreScreen {...options} onClose={() => dialog.close()} />, body);
  await dialog.show();
  render(null, body);
}
