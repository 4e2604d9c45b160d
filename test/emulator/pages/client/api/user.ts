import type { PageData, PageKind } from "../../page-data";
import type { Page } from "../page";

/** What is asked about the user and the page (cybozu.dev, js-api/kintone and js-api/get). */
export function createUserApi(page: Page) {
  const { user, csrfToken } = page.data;
  return {
    getLoginUser: () => loginUser(user),
    getUiVersion: () => 2,
    getRequestToken: () => csrfToken,
    getDomain: () => location.hostname,
    isMobilePage: () => Promise.resolve(false),
    isMobileApp: () => Promise.resolve(false),
    getPageType: () => Promise.resolve(pageType(page)),
  };
}

function loginUser({ isSystemAdministrator: _notTold, ...user }: PageData["user"]) {
  return { ...user };
}

const pages: Partial<Record<PageKind, { type: string; page: string }>> = {
  list: { type: "APP", page: "APP_INDEX" },
  detail: { type: "APP", page: "APP_DETAIL" },
  create: { type: "APP", page: "APP_CREATE" },
  "plugin-settings": { type: "APP_SETTINGS", page: "APP_SETTINGS_PLUGIN_SETTINGS" },
};

function pageType(page: Page) {
  if (page.record?.mode === "edit") return { type: "APP", page: "APP_EDIT" };
  return pages[page.data.kind] ?? null;
}
