import type { AppRef } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";

/** A file of a customization, as kintone tells of it (OpenAPI 20250423: app/customize). */
export type CustomizationEntry =
  { type: "URL"; url: string } | { type: "FILE"; file: { fileKey: string; name: string; size: string } };

/** As kintone takes it: with the key of an upload, or that of the preview, which keeps the file as it is (cybozu.dev update-customization). */
export type WantedEntry = { type: "URL"; url: string } | { type: "FILE"; file: { fileKey: string } };

interface Device<Entry> {
  js: Entry[];
  css: Entry[];
}

/** What an app loads besides kintone's own. */
export interface Customization<Entry = CustomizationEntry> {
  scope: "ALL" | "ADMIN" | "NONE";
  desktop: Device<Entry>;
  mobile: Device<Entry>;
  revision: string;
}

/** JavaScript and CSS together, per device (cybozu.dev update-customization). */
export const MOST_FILES = 30;

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
