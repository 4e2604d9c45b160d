import { type BackupError, toBackupError } from "../domain/errors";

/**
 * From one to the next when a page is too much. A hundred is what a heavy app is given soon; below twenty, most of what is asked is the
 * asking: what is too much then is too much by a few records, which are asked for one by one.
 */
const SMALLER = [250, 100, 20] as const;

/** How many records are asked for at a time. It only falls: what was too much once is not tried for the rest of an app. */
export interface PageSize {
  readonly now: number;
  /** Those that are left, the largest first. */
  left(): number[];
  /** So many were too much. Gives whether there is a smaller size. */
  shrink(from: number): boolean;
  /** As many, or fewer if it fell already; no fewer than the smallest. */
  atMost(size: number): void;
}

/** @param last where it ends; a sample may be of a single record */
export function createPageSize(largest: number, last: 20 | 1 = 20): PageSize {
  const sizes = [largest, ...[...SMALLER, ...(last === 1 ? [1] : [])].filter((size) => size < largest)];
  let now = largest;
  return {
    get now() {
      return now;
    },
    left: () => sizes.filter((size) => size <= now),
    shrink(from) {
      const smaller = sizes.find((size) => size < from);
      if (smaller !== undefined) now = Math.min(now, smaller);
      return smaller !== undefined;
    },
    atMost(size) {
      now = Math.min(now, Math.max(size, ...sizes.slice(-1)));
    },
  };
}

/**
 * Asks for fewer at a time, until an answer is not too much. Rejects with what becomes of the fewest.
 *
 * @param again called before it is asked again, with why
 */
export async function inFittingSize<Answer>(
  size: PageSize,
  ask: (limit: number) => Promise<Answer>,
  again: (because: BackupError) => void = () => undefined,
): Promise<Answer> {
  for (;;) {
    const limit = size.now;
    try {
      return await ask(limit);
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (!error.divisible || !size.shrink(limit)) throw thrown;
      again(error);
    }
  }
}

/** A page for the way through memory: several are on it at a time. */
const PAGE_CHARACTERS = 8 * 1024 ** 2;

/** The largest size of which a page is light enough, as far as a sample of the records tells; the smallest when none is. */
export function sizeFor(recordCharacters: number, size: PageSize): number {
  const sizes = size.left();
  return sizes.find((each) => each * recordCharacters <= PAGE_CHARACTERS) ?? Math.min(...sizes);
}
