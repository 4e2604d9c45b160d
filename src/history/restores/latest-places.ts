import type { IdPair } from "./id-lines";

/** Under which ids records are in one app, whatever ids they had before, there or in another app. */
export interface LatestPlaces {
  /** Records of archives of this app got new ids. */
  move(archivedAppId: string, ids: readonly IdPair[]): void;
  /** The ids of archives of this app to the latest ones. */
  of(archivedAppId: string): Map<string, string>;
}

/**
 * A record that was put back has a new id, under which later archives of the app have it, and which it may lose again. All ids of one record lead
 * to the same place, in whatever order its archives were put back.
 */
export function latestPlaces(appId: string): LatestPlaces {
  /** Names of a record, `app/id`, by the id that it has now. */
  const names = new Map<string, Set<string>>();
  const latest = new Map<string, string>();
  const present = (id: string) => `${appId}/${id}`;

  function move(name: string, given: string): void {
    const before = latest.get(name);
    const moved = new Set([...(before === undefined ? [] : (names.get(before) ?? [])), name, present(given)]);
    if (before !== undefined) names.delete(before);
    for (const one of moved) latest.set(one, given);
    names.set(given, moved);
  }

  return {
    move(archivedAppId, ids) {
      for (const [archived, given] of ids) move(`${archivedAppId}/${archived}`, given);
    },
    of(archivedAppId) {
      const prefix = `${archivedAppId}/`;
      return new Map(
        [...latest]
          .filter(([name]) => name.startsWith(prefix))
          .map(([name, id]): IdPair => [name.slice(prefix.length), id])
          .filter(([archived, id]) => archivedAppId !== appId || archived !== id),
      );
    },
  };
}
