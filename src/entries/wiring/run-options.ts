import { DEFAULT_VOLUME_LIMITS } from "../../archive/volumes/volume-limits";
import type { RunOptions } from "../../backup/run-context";
import { defaultBudget } from "../../domain/request-budget";
import type { Settings } from "../../settings/settings";

/** What the settings mean to the engine. */
export function runOptions({ filePrefix, timeZone, volumeLimitMiB, requestsAtOnce }: Settings): RunOptions {
  return {
    filePrefix,
    timeZone,
    volumeLimits: { ...DEFAULT_VOLUME_LIMITS, maxBytes: volumeLimitMiB * 1024 * 1024 },
    requestsAtOnce,
    requestLimits: { perAppAndDay: defaultBudget(), overBudget: "stop" },
  };
}

/** `20261123T030000Z-4f9a1c`: sorts by time, and no two runs of any two machines share it. */
export function newRunId(startedAt: Date): string {
  const stamp = `${startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const random = crypto.getRandomValues(new Uint8Array(3));
  return `${stamp}-${[...random].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
