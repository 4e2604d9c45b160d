import type { SettingName } from "../engine/source";
import type { AppRef } from "../engine/target";
import type { ApiRequest } from "./connection";

interface SettingsEndpoint {
  /** What the endpoint calls the app's id. */
  idParameter: "app" | "id";
  /** Has a parameter `lang`. */
  localized: boolean;
}

/** Every settings endpoint that a backup reads, by its name, which is its path too (OpenAPI 20250423). */
const SETTINGS_ENDPOINTS: Readonly<Record<SettingName, SettingsEndpoint>> = {
  app: { idParameter: "id", localized: false },
  "app/settings": { idParameter: "app", localized: true },
  "app/views": { idParameter: "app", localized: true },
  "app/form/fields": { idParameter: "app", localized: true },
  "app/form/layout": { idParameter: "app", localized: false },
};

/** `lang=default` gives names as they were set, not in the language of whoever runs the backup. */
export function settingRequest({ appId, guestSpaceId }: AppRef, name: SettingName): ApiRequest {
  const { idParameter, localized } = SETTINGS_ENDPOINTS[name];
  return {
    method: "GET",
    path: name,
    guestSpaceId,
    query: { [idParameter]: appId, ...(localized && { lang: "default" }) },
  };
}
