import { DEFAULT_VOLUME_LIMITS } from "../../archive/volumes/volume-limits";
import type { DomainWish, RunOptions } from "../../backup/run-context";
import { type OverBudget, type RequestLimits, defaultBudget } from "../../domain/request-budget";
import type { Course } from "../../domain/requests";
import { idsIn } from "../../settings/id-list";
import type { Settings } from "../../settings/settings";

/** What is known of a run beside its settings. */
export interface RunChoices {
  /** Of the domain; absent where it cannot be known. */
  course?: Course;
  overBudget?: OverBudget;
}

/** What the settings mean to the engine. */
export function runOptions(settings: Settings, choices: RunChoices = {}): RunOptions {
  const { filePrefix, timeZone, volumeLimitMiB, requestsAtOnce } = settings;
  return {
    filePrefix,
    timeZone,
    volumeLimits: { ...DEFAULT_VOLUME_LIMITS, maxBytes: volumeLimitMiB * 1024 * 1024 },
    requestsAtOnce,
    requestLimits: requestLimits(settings, choices),
  };
}

/** What to back up of the domain beside its apps; `undefined`: nothing. */
export function domainWish({ pluginsAndSpaces, people, spacesLeftOut }: Settings): DomainWish | undefined {
  const parts = [...(pluginsAndSpaces ? (["spaces"] as const) : []), ...(people ? (["people"] as const) : [])];
  return parts.length > 0 ? { parts, spacesLeftOut: idsIn(spacesLeftOut) } : undefined;
}

export function requestLimits(
  { requestsPerAppAndDay }: Settings,
  { course, overBudget = "stop" }: RunChoices = {},
): RequestLimits {
  return { perAppAndDay: requestsPerAppAndDay || defaultBudget(course), overBudget };
}

/** `20261123T030000Z-4f9a1c`: sorts by time, and no two runs of any two machines share it. */
export function newRunId(startedAt: Date): string {
  const stamp = `${startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const random = crypto.getRandomValues(new Uint8Array(3));
  return `${stamp}-${[...random].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * The id of a backup that is made before a restore: its last letter, which no other run's has, is in each of its manifests. Nobody who asks for the newest
 * backup wants the app as it was before something was put back.
 */
export const runIdBeforeRestore = (startedAt: Date) => `${newRunId(startedAt)}r`;

export const isBeforeRestore = (runId: string) => runId.endsWith("r");
