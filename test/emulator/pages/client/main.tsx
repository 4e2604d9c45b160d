import { pageDataElementId } from "../page-data";
import type { PageData } from "../page-data";
import { textFor } from "../text";
import { startAppSettings } from "./admin/app-settings";
import { startPluginList } from "./admin/plugin-list";
import { startSystemPlugins } from "./admin/system-plugins";
import { createEvents } from "./api/events";
import { createKintone } from "./api/kintone";
import { createUi } from "./api/ui";
import { startList } from "./list/list-screen";
import type { Page } from "./page";
import type { Form } from "./record/form-definition";
import { startRecord } from "./record/record-screen";
import { createRest, RestError } from "./rest";
import { tellSessionExpired } from "./session-expired";

const data = JSON.parse(document.getElementById(pageDataElementId)?.textContent ?? "{}") as PageData;
const text = textFor(data.user.language);
const ui = createUi(text);
const page: Page = {
  data,
  text,
  ui,
  rest: createRest(data, () => tellSessionExpired(text, ui)),
  events: createEvents(),
  tell(error) {
    // That one is told already, with the way to log in.
    if (error instanceof RestError && error.status === 401) return;
    void ui.showNotification("ERROR", error instanceof Error ? error.message : String(error));
  },
};
let form: Form | undefined;
const pluginId: { $PLUGIN_ID?: string } = {};
const kintone = Object.assign(
  pluginId,
  createKintone(page, () => form?.properties ?? {}),
);
Object.assign(window, { kintone });

// Only now have all files of customization and plugins run, and their handlers wait.
document.addEventListener("DOMContentLoaded", () => {
  delete kintone.$PLUGIN_ID;
  start().catch((error: unknown) => {
    console.error(error);
    page.tell(error);
  });
});

async function start(): Promise<void> {
  const root = document.getElementById("page");
  const onForm = (read: Form) => {
    form = read;
  };
  switch (data.kind) {
    case "list":
      return root ? startList(page, root, onForm) : undefined;
    case "detail":
    case "create":
      return root ? startRecord(page, root, onForm) : undefined;
    case "app-settings":
      return startAppSettings(page);
    case "plugin-list":
      return root ? startPluginList(page, root) : undefined;
    case "system-plugins":
      return root ? startSystemPlugins(page, root) : undefined;
    case "plugin-settings":
      return undefined;
  }
}
