import { lookInto } from "../../domain/settings/answer-part";
import type { AppIdentity } from "./comparison";

/** As `app.json` tells it (OpenAPI 20250423, get-app). */
export function identityOf(answer: unknown): AppIdentity {
  const { root } = lookInto(answer);
  return {
    appId: root.member("appId").text() ?? "",
    name: root.member("name").text() ?? "",
    creator: root.member("creator").member("code").text() ?? "",
    createdAt: root.member("createdAt").text() ?? "",
  };
}

/** Names change, and creators are deleted; when an app was made, to the second, and under which id, does not. */
export function isSameApp(one: AppIdentity, other: AppIdentity): boolean {
  return one.appId === other.appId && one.createdAt === other.createdAt;
}
