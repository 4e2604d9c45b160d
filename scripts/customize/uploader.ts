import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { CustomizationEntry } from "./customization";

// customize-uploader has no entry point of its own (its `main` names a file that is not there), and is CommonJS.
const require = createRequire(import.meta.url);
const { default: KintoneApiClient } =
  require("@kintone/customize-uploader/dist/KintoneApiClient.js") as typeof import("@kintone/customize-uploader/dist/KintoneApiClient");
const commands =
  require("@kintone/customize-uploader/dist/commands/index.js") as typeof import("@kintone/customize-uploader/dist/commands");

/** kintone's update of an app takes seconds. */
const POLL_MILLISECONDS = 500;
const LIMIT_MILLISECONDS = 5 * 60_000;

/** kintone did not put the settings live. */
export class NotDeployed extends Error {}

/** Who is spoken to, as whom. */
export interface Access {
  baseUrl: string;
  username: string;
  password: string;
}

/**
 * customize-uploader's own client, made careful: what the app has already stays as it is instead of being uploaded anew, nothing
 * is put live but what was just written, and an update that kintone gives up is not waited for for ever.
 */
export class Uploader extends KintoneApiClient {
  private readonly kept = new Map<string, CustomizationEntry>();
  /** The one that customize-uploader has is private to it. */
  private readonly official: KintoneRestAPIClient;
  private revision: string | number | undefined;

  constructor({ baseUrl, username, password }: Access, guestSpaceId: string | undefined) {
    const options = { proxy: "", guestSpaceId: Number(guestSpaceId ?? 0) };
    super(username, password, null, null, null, baseUrl, options);
    this.official = new KintoneRestAPIClient({
      ...{ baseUrl, auth: { username, password } },
      ...(guestSpaceId !== undefined && { guestSpaceId }),
    });
  }

  /** @returns what stands for the entry in a manifest */
  keep(entry: CustomizationEntry): string {
    const name = `kept:${this.kept.size}`;
    this.kept.set(name, entry);
    return name;
  }

  override async prepareCustomizeFile(fileOrUrl: string): Promise<unknown> {
    const entry = this.kept.get(fileOrUrl);
    if (entry?.type === "FILE") return { type: "FILE", file: { fileKey: entry.file.fileKey } };
    return entry ?? super.prepareCustomizeFile(fileOrUrl);
  }

  override async updateCustomizeSetting(
    params: Parameters<InstanceType<typeof KintoneApiClient>["updateCustomizeSetting"]>[0],
  ) {
    const answer = await super.updateCustomizeSetting(params);
    this.revision = answer.revision;
    return answer;
  }

  override deploySetting(app: string): Promise<object> {
    const revision = this.revision === undefined ? {} : { revision: this.revision };
    return this.official.app.deployApp({ apps: [{ app, ...revision }] });
  }

  override async waitFinishingDeploy(app: string, callback: () => void): Promise<void> {
    for (let waited = 0; waited < LIMIT_MILLISECONDS; waited += POLL_MILLISECONDS) {
      const { apps } = await this.official.app.getDeployStatus({ apps: [app] });
      const status = apps[0]?.status;
      if (status === "SUCCESS") return;
      if (status !== "PROCESSING") throw new NotDeployed(status);
      await wait(POLL_MILLISECONDS);
      callback();
    }
    throw new NotDeployed("PROCESSING");
  }
}

/** A customization as customize-uploader takes it, with names of `keep` and paths; refused when the app has another revision. */
export type UploaderManifest = Parameters<typeof commands.upload>[1] & { revision: string };

/** Uploads, writes and puts live, as customize-uploader does, which tries three times. */
export async function upload(uploader: Uploader, manifest: UploaderManifest): Promise<void> {
  const status = { retryCount: 0, updateBody: null, updated: false };
  // It tells of each step on the console, also of uploads where a file was kept, and knows two of our languages.
  const { log } = console;
  console.log = () => undefined;
  try {
    await commands.upload(uploader, manifest, status, { lang: "en", ...uploader.options });
  } finally {
    console.log = log;
  }
}
