import type { AppRef } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";

/** A file of a customization, as kintone tells of it (OpenAPI 20250423: app/customize). */
export type CustomizationEntry =
  { type: "URL"; url: string } | { type: "FILE"; file: { fileKey: string; name: string; size: string } };

interface Device {
  js: CustomizationEntry[];
  css: CustomizationEntry[];
}

/** What an app loads besides kintone's own. */
export interface Customization {
  scope: "ALL" | "ADMIN" | "NONE";
  desktop: Device;
  mobile: Device;
  revision: string;
}

/** JavaScript and CSS together, per device (cybozu.dev update-customization). */
export const MOST_FILES = 30;

/** Only keys of the preview keep a file in its place (cybozu.dev update-customization). */
export function readCustomization(
  connection: Connection,
  { appId, guestSpaceId }: AppRef,
  stage: "preview" | "live",
): Promise<Customization> {
  return connection.json<Customization>({
    ...{ method: "GET", path: "app/customize", guestSpaceId },
    ...{ preview: stage === "preview", query: { app: appId } },
  });
}
