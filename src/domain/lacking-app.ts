import { BackupError } from "./errors";
import { errorOf } from "./plain-error";
import type { Target } from "./target";

/** Why nothing of a target can be read; `undefined` when it has an app. */
export function lackingApp({ appId, impediment, recordId: record }: Target): BackupError | undefined {
  if (appId) return undefined;
  if (impediment) return errorOf(impediment).at("targets");
  return new BackupError("TARGET_INCOMPLETE", "The target names no app", { facts: { record }, step: "targets" });
}
