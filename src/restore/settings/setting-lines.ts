import { type TellingError, toldError } from "../compare/difference-lines";
import { BackupError } from "../../domain/errors";
import type { NotComparable, ToldApp } from "../compare/comparison";
import type { NotComparedSetting, SettingDifference, SettingsComparison, Unread } from "./settings-comparison";

/** A line of JSON, for programs: what the members are called stays (docs/guides/restore-command.md). The last line of an app is `settings-compared` or `settings-not-compared`. */
type SettingLine = { app: string; guestSpace?: string } & (
  | ({ kind: "setting"; setting: string } & SettingDifference)
  | ({ kind: "setting-not-compared" } & Omit<NotComparedSetting, "why"> & {
        reason: Unread["reason"];
        error?: TellingError;
      })
  | { kind: "settings-not-compared"; reason: string; error?: TellingError }
  | { kind: "settings-compared"; compared: string[]; differences: number; notCompared: number }
);

/** The lines of an app: what is another, or why nothing was compared. */
export function settingLines({
  app: { appId, guestSpaceId },
  found: comparison,
  obstacle,
}: {
  app: ToldApp;
  found?: SettingsComparison;
  obstacle?: NotComparable | BackupError | string;
}): SettingLine[] {
  const app = { app: appId, ...(guestSpaceId && { guestSpace: guestSpaceId }) };
  if (!comparison) return [{ ...app, kind: "settings-not-compared", ...reasonIn(obstacle) }];
  const { compared, notCompared } = comparison;
  const found = compared.flatMap(({ setting, differences }) =>
    differences.map((difference): SettingLine => ({ ...app, kind: "setting", setting, ...difference })),
  );
  const left = notCompared.map(({ why, ...each }): SettingLine => ({
    ...{ ...app, kind: "setting-not-compared", ...each, reason: why.reason },
    ...(why.reason === "error" && { error: toldError(why.error) }),
  }));
  const settings = [...new Set(compared.map(({ setting }) => setting))];
  const counts = { differences: found.length, notCompared: notCompared.length };
  return [...found, ...left, { ...app, kind: "settings-compared", compared: settings, ...counts }];
}

function reasonIn(obstacle: NotComparable | BackupError | string | undefined): {
  reason: string;
  error?: TellingError;
} {
  if (obstacle instanceof BackupError) return { reason: "error", error: toldError(obstacle) };
  return { reason: typeof obstacle === "object" ? obstacle.reason : "not-archived" };
}
