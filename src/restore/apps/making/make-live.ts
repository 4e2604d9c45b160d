import type { AppWorkshop } from "../../../domain/app-workshop";
import { stopwatch, type Clock } from "../../../domain/clock";
import { BackupError, toBackupError } from "../../../domain/errors";
import type { DeployStatus } from "../../../domain/settings-desk";
import { isRefusal } from "../steps/taking";
import { type Bench, isLost } from "./bench";

/** As many as one question about their state can name. */
const APPS_AT_ONCE = 100;
/** What kintone works on for longer than this is at an end for us: another attempt can go on. */
const DEADLINE_SECONDS = 15 * 60;
const [FIRST_LOOK, LAST_LOOK] = [0.5, 5];

export interface LiveWorld {
  workshop: AppWorkshop;
  pause: (seconds: number) => Promise<void>;
  clock: Clock;
}

/** An app whose settings kintone did not make live; with its sentence, where it has one. */
export interface NotLive {
  bench: Bench;
  error?: BackupError;
}

/** Makes what was changed live. Resolves to the apps whose changes are in nobody's way but their own; all others are live. */
export async function makeLive(benches: readonly Bench[], world: LiveWorld): Promise<NotLive[]> {
  const failed: NotLive[] = [];
  for (const together of groupsOf(benches.filter(({ hasChanges }) => hasChanges))) {
    failed.push(...(await deployed(together, world)));
  }
  return failed;
}

/** Of several of which one fails, each is tried by itself. */
async function deployed(together: readonly Bench[], world: LiveWorld): Promise<NotLive[]> {
  const failure = await deployTogether(together, world);
  if (!failure) {
    for (const bench of together) bench.isLive();
    return [];
  }
  const [bench, ...others] = together;
  if (bench && others.length === 0) return [{ bench, ...(failure.error && { error: failure.error }) }];
  const failed: NotLive[] = [];
  for (const each of together) failed.push(...(await deployed([each], world)));
  return failed;
}

async function deployTogether(
  together: readonly Bench[],
  world: LiveWorld,
): Promise<{ error?: BackupError } | undefined> {
  const { workshop } = world;
  const apps = await Promise.all(together.map((bench) => bench.revised()));
  try {
    // Twice does no harm: what is live already is made live once more.
    await workshop.deploy(apps).catch(async (thrown: unknown) => {
      if (!isLost(toBackupError(thrown))) throw thrown;
      await ended(together, world);
      await workshop.deploy(apps);
    });
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (!isRefusal(error)) throw error;
    return { error };
  }
  const statuses = await ended(together, world);
  return statuses.every((status) => status === "SUCCESS") ? undefined : {};
}

/** How kintone's work on the apps ended. Rejects with `TIMED_OUT` when it does not. */
export async function ended(benches: readonly Bench[], { workshop, pause, clock }: LiveWorld): Promise<DeployStatus[]> {
  const apps = benches.map(({ made }) => made.app);
  const elapsed = stopwatch(clock);
  for (let wait = FIRST_LOOK; elapsed() < DEADLINE_SECONDS; wait = Math.min(wait * 1.5, LAST_LOOK)) {
    const statuses = [...(await workshop.deployStatuses(apps)).values()];
    if (!statuses.includes("PROCESSING")) return statuses;
    await pause(wait);
  }
  throw new BackupError("TIMED_OUT", "kintone is still updating the app", { facts: { app: apps[0]?.appId ?? "" } });
}

/** The apps of a guest space are updated by its own way. */
function groupsOf(benches: readonly Bench[]): Bench[][] {
  const spaces = new Map<string, Bench[][]>();
  for (const bench of benches) {
    const space = bench.made.app.guestSpaceId ?? "";
    const groups = spaces.get(space) ?? [];
    const last = groups.at(-1);
    if (last && last.length < APPS_AT_ONCE) last.push(bench);
    else groups.push([bench]);
    spaces.set(space, groups);
  }
  return [...spaces.values()].flat();
}
