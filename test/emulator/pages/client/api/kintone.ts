import type { Page } from "../page";
import type { FieldProperty } from "../record/form-definition";
import { createAppApi } from "./app";
import { createPluginApi } from "./plugin";
import { createProxy } from "./proxy";
import { createRecordApi } from "./record";
import { createRestApi } from "./rest-api";
import { createUserApi } from "./user";

/**
 * The global `kintone`: only what cybozu.dev documents for desktop pages. `fields` gives the form as far as the screen has
 * read it. `$PLUGIN_ID` is set by the page before each file of a plugin, and gone when all are loaded.
 */
export function createKintone(page: Page, fields: () => Record<string, FieldProperty>) {
  const { data, events, ui } = page;
  return {
    events: { on: events.on, off: events.off },
    app: { ...createAppApi(page, fields), record: createRecordApi(page) },
    api: createRestApi(data),
    plugin: createPluginApi(data, page.tell),
    proxy: createProxy(data.csrfToken),
    Promise,
    // cybozu.dev js-api/license/get-course; this kintone is of the smaller course, as its limits are.
    license: { getSubscriptionPlan: () => Promise.resolve("STANDARD"), isTrial: () => Promise.resolve(false) },
    // cybozu.dev js-api/system/get-system-permissions; not on the settings screens of plugins.
    system: {
      getPermissions: () =>
        Promise.resolve(data.kind === "plugin-settings" ? null : { administration: data.user.isSystemAdministrator }),
    },
    ...createUserApi(page),
    ...ui,
  };
}
