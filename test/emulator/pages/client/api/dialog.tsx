import { render } from "preact";
import type { Text } from "../../text";

type DialogAction = "OK" | "CANCEL" | "CLOSE" | "FUNCTION";

interface DialogConfig {
  title?: string;
  body?: Element;
  showOkButton?: boolean;
  okButtonText?: string;
  showCancelButton?: boolean;
  cancelButtonText?: string;
  showCloseButton?: boolean;
  beforeClose?: (action: DialogAction) => boolean | Promise<boolean>;
}

type ConfirmConfig = Omit<DialogConfig, "body" | "beforeClose"> & { body?: string };

/** `kintone.createDialog` and `kintone.showConfirmDialog` (cybozu.dev, create-dialog, show-confirm-dialog). */
export function createDialogs(text: Text) {
  async function createDialog(config: DialogConfig = {}) {
    let settle: ((action: DialogAction) => void) | undefined;
    const dialog = document.createElement("dialog");
    dialog.className = "lk-dialog";

    const close = async (action: DialogAction) => {
      if (!settle) return;
      if (config.beforeClose && (await config.beforeClose(action)) === false) return;
      dialog.close();
      dialog.remove();
      settle?.(action);
      settle = undefined;
    };
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    // Taken at the key, because the browser closes a dialog at a second Escape whatever the page says.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      // Escape is the close button's key: without that button it does nothing.
      if (config.showCloseButton) void close("CLOSE");
    });

    const { showOkButton = true, showCancelButton = false, showCloseButton = false } = config;
    render(
      <>
        <header class="lk-dialog-header">
          <h2>{config.title}</h2>
          {showCloseButton && (
            <button type="button" class="lk-dialog-close" aria-label={text.close} onClick={() => close("CLOSE")}>
              ×
            </button>
          )}
        </header>
        <div
          class="lk-dialog-body"
          ref={(element) => {
            if (element && config.body) element.append(config.body);
          }}
        />
        {(showOkButton || showCancelButton) && (
          <footer class="lk-dialog-footer">
            {showCancelButton && (
              <button type="button" class="lk-button" onClick={() => close("CANCEL")}>
                {config.cancelButtonText ?? text.cancel}
              </button>
            )}
            {showOkButton && (
              <button type="button" class="lk-button lk-primary" name="ok" onClick={() => close("OK")}>
                {config.okButtonText ?? text.ok}
              </button>
            )}
          </footer>
        )}
      </>,
      dialog,
    );

    return {
      show: () =>
        new Promise<DialogAction>((resolve) => {
          settle = resolve;
          document.body.append(dialog);
          dialog.showModal();
        }),
      close: () => {
        void close("FUNCTION");
      },
    };
  }

  async function showConfirmDialog({ body, ...config }: ConfirmConfig = {}) {
    const paragraph = document.createElement("p");
    paragraph.className = "lk-dialog-text";
    paragraph.textContent = body ?? "";
    const dialog = await createDialog({ showCancelButton: true, ...config, body: paragraph });
    return dialog.show();
  }

  return { createDialog, showConfirmDialog };
}
