import { setTimeout as wait } from "node:timers/promises";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import pRetry from "p-retry";
import type { AppRef } from "../../src/domain/target";
import type { Customization, WantedEntry } from "./customization";
import type { StatusFile } from "./status-file";

/** kintone's update of an app takes seconds. */
const POLL_MILLISECONDS = 500;
const LIMIT_MILLISECONDS = 5 * 60_000;

/** As often as customize-uploader tries. */
const PATIENCE = { retries: 2, minTimeout: 1000, factor: 1 };

/** kintone did not put the settings live: how its update of the app ended, or `PROCESSING`. */
export class NotDeployed extends Error {}

/** Who is spoken to, as whom. */
export interface Access {
  baseUrl: string;
  username: string;
  password: string;
}

/** The customization of one app. Every method rejects with what the official client met. */
export interface CustomizationDesk {
  /** The text of a file, by a key that kintone told of. */
  download(fileKey: string): Promise<string>;
  /** Resolves to what stands for the file in a customization. */
  upload(file: StatusFile): Promise<WantedEntry>;
  /**
   * Writes the customization and has kintone update the app. Refused (GAIA_CO03) when somebody changed the app's settings since
   * the given revision, or between the two: then nothing goes live. Rejects with `NotDeployed` when the update fails or has no end.
   */
  putLive(wanted: Customization<WantedEntry>): Promise<void>;
}

/**
 * Over the client that Cybozu's own commands stand on. The commands would not leave the other files of the app alone
 * (`@kintone/customize-uploader` 9.0.0, `customize apply` and `export` of `@kintone/cli` 1.19.2, read and tried):
 *
 * - Each file of the app must be on the disk and is uploaded anew. Fetched by the commands themselves, two files of one name
 *   become one file: the app then has the second one twice.
 * - They update the app with whatever somebody else changed meanwhile; `apply` writes over another's customization, too.
 * - When kintone gives the update up, they wait for its success for ever.
 */
export function createCustomizationDesk(
  { baseUrl, username, password }: Access,
  { appId: app, guestSpaceId }: AppRef,
  pause: (milliseconds: number) => Promise<void> = wait,
): CustomizationDesk {
  const client = new KintoneRestAPIClient({
    ...{ baseUrl, auth: { username, password } },
    ...(guestSpaceId !== undefined && { guestSpaceId }),
  });
  // Writes are not repeated: when the answer got lost, the first one may have been done.
  const patiently = <Answer>(ask: () => Promise<Answer>) => pRetry(ask, PATIENCE);

  async function endOfUpdate(): Promise<string> {
    for (let waited = 0; waited < LIMIT_MILLISECONDS; waited += POLL_MILLISECONDS) {
      const { apps } = await patiently(() => client.app.getDeployStatus({ apps: [app] }));
      const status = apps[0]?.status ?? "UNKNOWN";
      if (status !== "PROCESSING") return status;
      await pause(POLL_MILLISECONDS);
    }
    return "PROCESSING";
  }

  return {
    async download(fileKey) {
      return new TextDecoder().decode(await patiently(() => client.file.downloadFile({ fileKey })));
    },

    async upload({ name, text }) {
      const { fileKey } = await patiently(() => client.file.uploadFile({ file: { name, data: text } }));
      return { type: "FILE", file: { fileKey } };
    },

    async putLive({ scope, desktop, mobile, revision }) {
      const written = await client.app.updateAppCustomize({
        ...{ app, scope, revision },
        desktop: { js: desktop.js.map(bare), css: desktop.css.map(bare) },
        mobile: { js: mobile.js.map(bare), css: mobile.css.map(bare) },
      });
      await client.app.deployApp({ apps: [{ app, revision: written.revision }] });
      const status = await endOfUpdate();
      if (status !== "SUCCESS") throw new NotDeployed(status);
    },
  };
}

/** Without the name and the size that kintone tells of beside the key. */
function bare(entry: WantedEntry): WantedEntry {
  return entry.type === "URL" ? entry : { type: "FILE", file: { fileKey: entry.file.fileKey } };
}
