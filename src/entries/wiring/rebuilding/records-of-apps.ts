import { BackupError } from "../../../domain/errors";
import type { NewApps } from "../../../restore/apps/new-app";
import type { LookupLink } from "../../../restore/apps/records/lookup-links";
import { restoreRecordsOfSet, type SetRun } from "../../../restore/apps/records/restore-records-of-set";
import type { SetOrder, SetWorld } from "../../../restore/apps/records/set-world";
import type { Replaced } from "../../../restore/plan/restore-choices";

/** Who wants the records, and what beside them. */
interface RecordsOrder extends Omit<SetOrder, "apps"> {
  /** Who stands in the place of whoever records name and is gone. */
  replaced: Replaced;
}

/** The records of apps that are made anew, and what came of them. */
export interface RecordsOfApps {
  /** Rejects when another attempt has to go on with them, before anybody may see the apps. */
  put: (apps: NewApps) => Promise<void>;
  /** Nothing as long as nobody put them in; `closed`: lookups for whose records there is no order. */
  came: () => SetRun | { closed: readonly LookupLink[] } | undefined;
  /** What the new apps are called, by their ids in the archive. */
  names: () => ReadonlyMap<string, string>;
}

export function recordsOfApps(
  { replaced, ...order }: RecordsOrder,
  openWorld: () => Promise<SetWorld & { close(): Promise<void> }>,
): RecordsOfApps {
  let names: ReadonlyMap<string, string> = new Map();
  let run: SetRun | { closed: readonly LookupLink[] } | undefined;
  return {
    async put(apps) {
      names = new Map([...apps.values()].map(({ archived, name }) => [archived.facts.appId, name]));
      const world = await openWorld();
      try {
        const all = [...apps.values()].map((app) => ({ ...app, decided: { replaced } }));
        run = await restoreRecordsOfSet({ ...order, apps: all }, world);
      } finally {
        await world.close();
      }
      const stopped = "closed" in run ? undefined : whyNotWhole(run);
      if (stopped) throw stopped;
      if ("closed" in run) throw new BackupError("TARGET_INCOMPLETE", "Lookups go round in a circle");
    },
    came: () => run,
    names: () => names,
  };
}

/** Why somebody has to go on with it; `undefined` when all was dealt with. */
function whyNotWhole({ isWhole, stopped, apps }: SetRun): BackupError | undefined {
  if (stopped) return stopped;
  if (isWhole) return undefined;
  const ends = apps.flatMap(({ records, keys }) => [records, keys].flatMap((end) => end ?? []));
  const errors = ends.flatMap((end): BackupError[] => {
    if ("error" in end) return [end.error];
    return "stopped" in end && end.stopped ? [end.stopped] : [];
  });
  return errors[0] ?? new BackupError("UNEXPECTED", "Records are left");
}
