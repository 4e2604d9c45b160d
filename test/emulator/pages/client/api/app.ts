import type { PageApp } from "../../../page-context";
import type { Page } from "../page";
import type { FieldProperty } from "../record/form-definition";

/**
 * `kintone.app` without `record`: what is asked about the app and the list on the screen (cybozu.dev, js-api/app). On other
 * screens than documented the functions answer `null`.
 */
export function createAppApi(page: Page, fields: () => Record<string, FieldProperty>) {
  const { app, kind } = page.data;
  const isAppScreen = kind === "list" || kind === "detail" || kind === "create";
  const relatedApp = (code: string) => {
    const field = fields()[code];
    const related = field?.lookup?.relatedApp ?? field?.referenceTable?.relatedApp;
    return related ? related.app : null;
  };
  return {
    getPermissions: () => Promise.resolve(app && isAppScreen ? mayOn(app) : null),
    // https://cybozu.dev/ja/kintone/docs/js-api/app/is-maintenance-mode
    isMaintenanceMode: () => Promise.resolve(app && isAppScreen ? app.isInMaintenance : null),
    getId: () => (app ? Number(app.id) : null),
    getQueryCondition: () => page.list?.condition ?? null,
    getQuery: () => page.list?.query ?? null,
    getHeaderMenuSpaceElement: () => page.list?.headerMenuSpace ?? null,
    getHeaderSpaceElement: () => page.list?.headerSpace ?? null,
    getFieldElements: (fieldCode: string) => page.list?.cellsOf(fieldCode) ?? null,
    getRelatedRecordsTargetAppId: (fieldCode: string) => relatedApp(fieldCode),
    getLookupTargetAppId: (fieldCode: string) => relatedApp(fieldCode),
  };
}

/** On lists, graphs and the pages of a record (https://cybozu.dev/ja/kintone/docs/js-api/app/get-app-permissions). */
function mayOn({ permissions: { addRecords, manageApp } }: PageApp) {
  return { addRecord: addRecords, editApp: manageApp };
}
