import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
import { differencesBetween, type SettingDifference } from "../../../settings/difference";
import { toPluginConfig } from "../../../settings/plugin-config";
import type { Settings } from "../../../settings/settings";

/** What saving needs of the world. */
export interface SavingDesk {
  /** Writes down for the auditor what changed. Rejects with a `BackupError`. */
  record(differences: readonly SettingDifference[], after: Settings): Promise<void>;
  /** Stores it with `kintone.plugin.app.setConfig` and goes on. Called with valid settings only. */
  save(config: Record<string, string>): void;
}

export type SavingState =
  | { kind: "idle" | "recording" | "saving" }
  /** The change could not be recorded: the admin decides. */
  | { kind: "unrecorded"; settings: Settings; error: BackupError };

export interface SavingActions {
  save(settings: Settings): void;
  saveAnyway(): void;
  back(): void;
}

/**
 * Settings are saved after their change was recorded, so that none is in force that nobody can find in the history. What
 * is as before is saved without a word.
 *
 * @param before what is stored; `undefined` when it cannot be read
 */
export function useSaving(desk: SavingDesk, before: Settings | undefined): [SavingState, SavingActions] {
  const [state, setState] = useState<SavingState>({ kind: "idle" });

  const store = (settings: Settings) => {
    setState({ kind: "saving" });
    desk.save({ ...toPluginConfig(settings) });
  };

  const save = async (settings: Settings) => {
    const differences = differencesBetween(before, settings);
    if (differences.length === 0) {
      store(settings);
      return;
    }
    setState({ kind: "recording" });
    try {
      await desk.record(differences, settings);
      store(settings);
    } catch (thrown) {
      setState({ kind: "unrecorded", settings, error: toBackupError(thrown) });
    }
  };

  return [
    state,
    {
      save(settings) {
        // A second press would record the change a second time.
        if (state.kind !== "recording") void save(settings);
      },
      saveAnyway() {
        if (state.kind === "unrecorded") store(state.settings);
      },
      back: () => setState({ kind: "idle" }),
    },
  ];
}
