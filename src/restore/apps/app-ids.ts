import type { NewApps } from "./new-app";

/** Which app stands for one that the archive names: by the archive's ids. `undefined` when none does. */
export interface AppIds {
  now(archivedAppId: string): string | undefined;
  /** The archive's ids of apps that were made anew: what still names them is told. */
  readonly old: ReadonlySet<string>;
}

/** @param others apps that were not made anew and stand for one of the archive, as people chose or as they are still there; by the archive's ids */
export function appIds(made: NewApps, others: Readonly<Record<string, string>>): AppIds {
  const known = new Map(Object.entries(others));
  for (const { archived, app } of made.values()) known.set(archived.facts.appId, app.appId);
  return {
    now: (archivedAppId) => known.get(archivedAppId),
    old: new Set([...known].flatMap(([before, now]) => (before === now ? [] : [before]))),
  };
}
