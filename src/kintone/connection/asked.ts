import type { ErrorCode } from "../../domain/errors";
import type { ApiRequest } from "./connection";

/**
 * What is refused: records that are read by a condition, the settings of an app or a space that are read, those whose endpoint may not be there, or
 * something else.
 */
export type Asked = "records" | "setting" | "under-consideration" | "other";

const SETTINGS = /^(app|app\/.+|record\/acl|field\/acl|space|space\/.+)$/;

/** Of kintone's API Lab: there where a domain's administrator has switched them on. */
const UNDER_CONSIDERATION = /^app\/(categories|plugin\/config)$/;

export function whatIsAsked({ method, path }: Pick<ApiRequest, "method" | "path">): Asked {
  if (method !== "GET") return "other";
  if (path === "records" || path === "record") return "records";
  if (UNDER_CONSIDERATION.test(path)) return "under-consideration";
  return SETTINGS.test(path) ? "setting" : "other";
}

/**
 * A setting that is only read has its own conditions, and names people: when one of these is gone, kintone does not give the setting
 * out (GAIA_IL42 of a reminder). Nobody's query is wrong then.
 */
export const OF_CONDITION: Readonly<Record<Asked, ErrorCode>> = {
  records: "QUERY_REFUSED",
  setting: "SETTING_OUTDATED",
  "under-consideration": "SETTING_OUTDATED",
  other: "REFUSED",
};
