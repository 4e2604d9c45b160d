import type { Journal } from "../domain/journal";
import type { Workspace } from "../domain/workspace";

/** A workspace that is made when it is needed, and what it really is. */
export interface LazyWorkspace<Made extends Workspace> extends Workspace {
  made(): Promise<Made>;
}

/**
 * A workspace that is made when its first file is: a run that is refused needs none, and one that cannot have any is a
 * failed run like others, which its history tells of.
 */
export function createLazyWorkspace<Made extends Workspace>(make: () => Promise<Made>): LazyWorkspace<Made> {
  let made: Promise<Made> | undefined;
  const whenNeeded = () => {
    made ??= make();
    return made;
  };
  return {
    made: whenNeeded,
    create: async (name) => (await whenNeeded()).create(name),
    async remove(name) {
      await (await made)?.remove(name);
    },
    async clear() {
      await (await made)?.clear();
    },
  };
}

/**
 * A journal that is opened when something is noted, or at once when an earlier attempt left one. When it cannot be opened,
 * there is nothing to recall, and nothing is kept.
 */
export function createLazyJournal<Line>(open: () => Promise<Journal<Line>>, resumed: boolean): Journal<Line> {
  let opened: Promise<Journal<Line> | undefined> | undefined;
  const journal = () => {
    opened ??= open().catch(() => undefined);
    return opened;
  };
  /** Whatever is asked for first: what an earlier attempt left counts, and has to be gone in the end. */
  const known = async () => (resumed ? journal() : opened);
  return {
    async *lines() {
      const earlier = resumed ? await journal() : undefined;
      if (earlier) yield* earlier.lines();
    },
    note: async (line) => (await journal())?.note(line),
    file: async (name) => (await known())?.file(name),
    sweep: async (keep) => (await known())?.sweep(keep),
    end: async () => (await known())?.end(),
  };
}
