import { BackupError } from "../../domain/errors";
import type { Language, SettingName, SettingOffer, SettingRequest } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import type { ApiRequest } from "../connection/connection";

interface SettingsEndpoint {
  of: SettingOffer["of"];
  /** Administrators of the app alone (cybozu.dev, 必要なアクセス権 of each endpoint); others, whoever may view or add records. */
  administrators?: true;
  /** What the endpoint calls the id of the app or the space. */
  idParameter: "app" | "id";
  /** The value of `lang` that gives the default names. Absent where there is no `lang`. */
  defaultNames?: "default" | "en";
  /** Of kintone's API Lab, off until a domain's administrator switches it on. */
  underConsideration?: true;
}

const LANGUAGES: readonly Language[] = ["en", "zh", "ja"];

/**
 * Every settings endpoint that a backup reads, by its name, which is its path too (OpenAPI 20250423; of the API Lab,
 * https://cybozu.dev/ja/kintone/docs/api-lab/rest-api/apps/get-categories and get-app-plugin-config).
 *
 * Without `lang`, names may come in the language of whoever runs the backup, so it is always sent. Plugins know no
 * `default` (OpenAPI), and without `lang` the user's language decides (cybozu.dev get-app-plugins); the English name is
 * the one that every plugin must have (`@kintone/plugin-manifest-validator`).
 */
const SETTINGS_ENDPOINTS: Readonly<Record<SettingName, SettingsEndpoint>> = {
  app: { of: "app", idParameter: "id" },
  "app/settings": { of: "app", idParameter: "app", defaultNames: "default" },
  "app/form/fields": { of: "app", idParameter: "app", defaultNames: "default" },
  "app/form/layout": { of: "app", idParameter: "app" },
  "app/views": { of: "app", idParameter: "app", defaultNames: "default" },
  "app/status": { of: "app", idParameter: "app", defaultNames: "default" },
  "app/customize": { of: "app", administrators: true, idParameter: "app" },
  "app/acl": { of: "app", administrators: true, idParameter: "app" },
  "record/acl": { of: "app", administrators: true, idParameter: "app", defaultNames: "default" },
  "field/acl": { of: "app", administrators: true, idParameter: "app" },
  "app/notifications/general": { of: "app", administrators: true, idParameter: "app" },
  "app/notifications/perRecord": { of: "app", administrators: true, idParameter: "app", defaultNames: "default" },
  "app/notifications/reminder": { of: "app", administrators: true, idParameter: "app", defaultNames: "default" },
  "app/reports": { of: "app", idParameter: "app", defaultNames: "default" },
  "app/actions": { of: "app", administrators: true, idParameter: "app", defaultNames: "default" },
  "app/plugins": { of: "app", administrators: true, idParameter: "app", defaultNames: "en" },
  "app/adminNotes": { of: "app", administrators: true, idParameter: "app" },
  "app/categories": { of: "app", idParameter: "app", defaultNames: "default", underConsideration: true },
  // Whoever may view records may read it; which plug-ins there are, only administrators may.
  "app/plugin/config": { of: "plugin", administrators: true, idParameter: "app", underConsideration: true },
  space: { of: "space", idParameter: "id" },
  "space/members": { of: "space", idParameter: "id" },
};

/** The table, as a source offers it. */
export const SETTING_OFFERS: readonly SettingOffer[] = Object.entries(SETTINGS_ENDPOINTS).map(
  ([name, { of, defaultNames, administrators, underConsideration }]) => ({
    name: name as SettingName,
    languages: defaultNames === undefined ? [] : LANGUAGES,
    of,
    readers: administrators ? "administrators" : "viewers",
    ...(underConsideration && { underConsideration }),
  }),
);

/**
 * A language makes no difference to an endpoint that has no `lang`.
 *
 * @throws `UNEXPECTED` when a setting of a space or of a plug-in is asked for without its id
 */
export function settingRequest(
  { appId, guestSpaceId }: AppRef,
  name: SettingName,
  { language, spaceId, pluginId }: SettingRequest = {},
): ApiRequest {
  const { of, idParameter, defaultNames } = SETTINGS_ENDPOINTS[name];
  const id = of === "space" ? spaceId : appId;
  if (id === undefined || (of === "plugin" && pluginId === undefined))
    throw new BackupError("UNEXPECTED", `${name} was asked for without the id of a ${of}`);
  return {
    method: "GET",
    path: name,
    guestSpaceId,
    query: {
      [idParameter]: id,
      ...(of === "plugin" && { id: pluginId }),
      ...(defaultNames && { lang: language ?? defaultNames }),
    },
  };
}
