import pLimit from "p-limit";
import { useEffect, useRef, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../../domain/errors";
import type { AddingDesk } from "./adding-desk";
import type { ListedApp } from "./listed-app";

/** The apps that are known by now. */
export interface AppList {
  apps: readonly ListedApp[];
  /** More may come. */
  reading: boolean;
  error?: BackupError;
  /** By space. Those that the user may not know, or that nobody has asked for yet, are absent. */
  spaceNames: ReadonlyMap<string, string>;
}

/** What became of asking for a guest space's apps. */
export type GuestApps = { kind: "found"; apps: number } | { kind: "failed"; error: BackupError };

export interface AppListActions {
  readAgain(): void;
  /** Puts the apps of a guest space into the list. */
  readGuestSpace(id: string): Promise<GuestApps>;
}

/** A name is a request: where there are more spaces, the others go by their numbers. */
const NAMES_ASKED_FOR = 50;
const ASKED_AT_ONCE = 2;

/** The apps of the domain, from the moment that the list appears. Whoever uses it sees each page as it comes. */
export function useAppList(desk: AddingDesk): [AppList, AppListActions] {
  const [list, setList] = useState<AppList>({ apps: [], reading: true, spaceNames: new Map() });
  const asked = useRef(new Set<string>());
  const leaving = useRef(new AbortController());
  const { signal } = leaving.current;

  const include = (more: readonly ListedApp[]) => setList((now) => ({ ...now, apps: withApps(now.apps, more) }));

  const nameSpaces = (apps: readonly ListedApp[]) => {
    const limit = pLimit(ASKED_AT_ONCE);
    const spaces = new Map(apps.map(({ spaceId, guestSpaceId }) => [spaceId, guestSpaceId !== undefined] as const));
    for (const [id, isGuest] of spaces) {
      if (id === undefined || asked.current.has(id) || asked.current.size >= NAMES_ASKED_FOR) continue;
      asked.current.add(id);
      void limit(async () => {
        if (signal.aborted) return;
        // Only members may know the name.
        const name = await desk.spaceName(id, isGuest).catch(() => undefined);
        if (name) setList((now) => ({ ...now, spaceNames: new Map([...now.spaceNames, [id, name]]) }));
      });
    }
  };

  const readAll = async (guestSpaceId: string | undefined) => {
    const found: ListedApp[] = [];
    for await (const page of desk.apps(guestSpaceId, signal)) {
      found.push(...page);
      include(page);
    }
    nameSpaces(found);
    return found;
  };

  const read = async () => {
    setList(({ error: _error, ...now }) => ({ ...now, reading: true }));
    try {
      await readAll(undefined);
      setList((now) => ({ ...now, reading: false }));
    } catch (thrown) {
      setList((now) => ({ ...now, reading: false, error: toBackupError(thrown) }));
    }
  };

  useEffect(() => {
    void read();
    return () => leaving.current.abort();
  }, []);

  return [
    list,
    {
      readAgain() {
        void read();
      },
      readGuestSpace: (id) =>
        readAll(id).then(
          ({ length }) => ({ kind: "found", apps: length }),
          (thrown: unknown) => ({ kind: "failed", error: toBackupError(thrown) }),
        ),
    },
  ];
}

/** An app that was moved between two pages may come twice. */
function withApps(apps: readonly ListedApp[], more: readonly ListedApp[]): ListedApp[] {
  const known = new Set(apps.map(({ appId }) => appId));
  return [...apps, ...more.filter(({ appId }) => !known.has(appId))];
}
