import { createRef, render } from "preact";
import type { Page } from "../page";
import { PluginTable } from "./plugin-table";

/**
 * The plugins of the domain, and the import of a plugin.zip. Ids and classes are those that `@kintone/plugin-uploader` looks
 * for.
 */
export function startSystemPlugins(page: Page, root: HTMLElement): void {
  const { data, text } = page;
  const dialog = createRef<HTMLDialogElement>();
  const input = createRef<HTMLInputElement>();

  const install = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    const form = new FormData();
    form.append("file", file, file.name);
    form.append("__REQUEST_TOKEN__", data.csrfToken);
    const response = await fetch("/k/page/install-plugin", {
      method: "POST",
      headers: { "X-Requested-With": "XMLHttpRequest" },
      body: form,
    });
    dialog.current?.close();
    if (response.ok) return location.reload();
    const { message } = (await response.json()) as { message: string };
    await page.ui.showNotification("ERROR", message);
  };

  render(
    <>
      <p>
        <button
          type="button"
          class="lk-button lk-primary"
          id="page-admin-system-plugin-index-addplugin"
          onClick={() => dialog.current?.showModal()}
        >
          {text.importPlugin}
        </button>
      </p>
      <PluginTable page={page} plugins={data.plugins} action={() => null} />
      <dialog class="lk-dialog ocean-ui-dialog" ref={dialog}>
        <header class="lk-dialog-header">
          <h2>{text.importPluginTitle}</h2>
        </header>
        <div class="lk-dialog-body plupload">
          <input type="file" accept=".zip" aria-label="plugin.zip" ref={input} />
        </div>
        <footer class="lk-dialog-footer">
          <button type="button" class="lk-button" name="cancel" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <button type="button" class="lk-button lk-primary" name="ok" onClick={install}>
            {text.importPlugin}
          </button>
        </footer>
      </dialog>
    </>,
    root,
  );
}
