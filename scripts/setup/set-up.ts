import { setTimeout as wait } from "node:timers/promises";
import type { AppRef } from "../../src/domain/target";
import { type Labels } from "../../src/history/app-definition/labels";
import {
  type Findings,
  type PreparationEnd,
  type PreparationStep,
  isReady,
  lookAtApp,
  prepareApp,
} from "../../src/history/preparation/preparation";
import type { Connection } from "../../src/kintone/connection/connection";
import { createSettingsDesk } from "../../src/kintone/settings/settings-desk";
import { type FoundApp, createApp, findBackupApp } from "./backup-app";
import { type Installation, addPluginToApp, installPlugin } from "./domain-plugins";
import type { PackedPlugin } from "./packed-plugin";

export interface SetUpOptions {
  /** Signed in with a password, as a kintone system administrator. */
  connection: Connection;
  /** The log-in name. */
  user: string;
  plugin: PackedPlugin;
  labels: Labels;
  /** The app to prepare. Without it, the one that is found, or a new one. */
  appId?: string | undefined;
  name?: string | undefined;
  /** Where the app lives. */
  guestSpaceId?: string | undefined;
  /** Replaces the installed plugin even by the same version. */
  reinstall?: boolean;
}

/** What the set-up is about to do or has done, in the order in which it happens. */
export type SetUpEvent =
  | ({ what: "plugin" } & Installation)
  | { what: "app"; app: AppRef; isNew: boolean }
  | { what: "plugin-added" }
  | { what: "findings"; findings: Findings }
  | ({ what: "step" } & PreparationStep);

/** What came of it. `unchanged` means that nothing was sent that changes anything. */
export type SetUpEnd =
  | { kind: "ready"; app: AppRef; unchanged: boolean }
  | { kind: "conflicts"; app: AppRef; findings: Findings }
  | { kind: "incomplete"; app: AppRef; end: PreparationEnd }
  | { kind: "unclear"; found: Exclude<FoundApp, undefined | { app: AppRef }> };

/**
 * Installs the plugin, finds or creates the backup-management app, adds the plugin to it and prepares it, with the same
 * story as the settings screen. A second time it changes nothing. Rejects with a `BackupError`.
 */
export async function setUp(options: SetUpOptions, tell: (event: SetUpEvent) => void): Promise<SetUpEnd> {
  const { connection, user, plugin, labels, appId, name, guestSpaceId, reinstall = false } = options;
  const installation = await installPlugin(connection, plugin, { reinstall });
  tell({ what: "plugin", ...installation });

  const place = guestSpaceId === undefined ? {} : { guestSpaceId };
  const found: FoundApp =
    appId === undefined
      ? await findBackupApp(connection, { pluginId: plugin.id, name, ...place })
      : { app: { appId, ...place } };
  if (found && !("app" in found)) return { kind: "unclear", found };
  const app = found?.app ?? (await createApp(connection, { name: name ?? labels.appName, ...place }));
  tell({ what: "app", app, isNew: !found });

  const { added, waits } = await addPluginToApp(connection, app, plugin.id);
  if (added) tell({ what: "plugin-added" });
  const desk = createSettingsDesk(connection, app);
  const seen = await lookAtApp(desk, { user, labels });
  // That the plugin is not live yet is nothing that the findings could know.
  const findings = { ...seen, waits: seen.waits || waits };
  tell({ what: "findings", findings });
  if (findings.plan.conflicts.length > 0) return { kind: "conflicts", app, findings };
  const unchanged = installation.kind === "present" && isReady(findings);
  if (isReady(findings)) return { kind: "ready", app, unchanged };

  const pause = (milliseconds: number) => wait<void>(milliseconds);
  const report = (step: PreparationStep) => tell({ what: "step", ...step });
  const end = await prepareApp(desk, { user, labels }, findings, { report, pause });
  const isDone = end.kind === "prepared" && isReady(end.findings);
  return isDone ? { kind: "ready", app, unchanged: false } : { kind: "incomplete", app, end };
}
