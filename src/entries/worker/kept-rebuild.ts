import type { BrokenRebuild } from "../../screens/rebuild/rebuild-desk";
import type { PageVisit } from "./page-visit";

/** What is kept in this browser of apps that are made anew, so that a later visit can go on with them; never the CSRF token. */
export interface KeptRebuild extends BrokenRebuild {
  /** The backup-management app that remembers the restores of their records. */
  appId: string;
  operatorCode: string;
  pluginVersion: string;
}

/** `undefined` for what is none, and for what another user, app or version of the plugin kept. */
export function keptRebuild(
  about: unknown,
  { appId, operator, pluginVersion }: Pick<PageVisit, "appId" | "operator" | "pluginVersion">,
): KeptRebuild | undefined {
  const kept = about as KeptRebuild | null;
  const isOwn = kept?.appId === appId && kept.operatorCode === operator.code && kept.pluginVersion === pluginVersion;
  return isOwn ? kept : undefined;
}
