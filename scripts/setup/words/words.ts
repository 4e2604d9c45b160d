import type { Installation } from "../domain-plugins";

/** What `npm run setup` says, in one language. */
export interface SetUpWords {
  usage: string;
  noLogIn: string;
  noAddress: string;
  noPluginFile: (file: string, reason: string) => string;
  plugin: Record<Installation["kind"], (version: string, from: string) => string>;
  appFound: (app: string) => string;
  appCreated: (app: string) => string;
  pluginAdded: string;
  planned: string;
  /** Nothing was sent that changes anything. */
  unchanged: (app: string) => string;
  done: (app: string) => string;
  open: (address: string) => string;
  several: (apps: readonly string[]) => string;
  foreign: (app: string) => string;
  named: (id: string, name: string) => string;
  failed: string;
  /** Rights that the user lacks. */
  right: Record<MissingRight, string>;
  rightsHeading: (user: string) => string;
}

/** What kintone refuses to this user. */
export type MissingRight = "system-administration" | "app-management" | "app-creation";
