import manifest from "../../../manifest.json";
import { guestSpaceOfPage } from "../../kintone/pages/page-access";
import type { PageVisit } from "../worker/page-visit";

export function visitOfPage(): PageVisit {
  const { code, name, language } = kintone.getLoginUser();
  return {
    baseUrl: location.origin,
    appId: String(kintone.app.getId()),
    guestSpaceId: guestSpaceOfPage(),
    ...{ operator: { code, name }, language, requestToken: kintone.getRequestToken() },
    pluginVersion: manifest.version,
  };
}
