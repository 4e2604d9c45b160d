/** Who is held back, and when that changes. */
export interface HeldBack<Item> {
  has: (item: Item) => boolean;
  /** @param wake is called whenever others are held back */
  watch: (wake: () => void) => void;
}

/** Each keeps what it was reading in memory. */
const MOST_HELD_BACK = 32;

/**
 * As `domain/in-order.ts`, but one that is held back, for hours maybe, takes no turn, and nor do those behind it that are done and wait
 * for it.
 */
export async function* inTurn<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  heldBack: HeldBack<Item>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Array<{ item: Item; result: Promise<Result>; isDone: boolean }> = [];
  let wake: () => void = () => undefined;
  const change = () => new Promise<void>((resolve) => (wake = resolve));
  heldBack.watch(() => wake());

  const isFull = () => {
    let [turns, held] = [0, 0];
    for (const { item, isDone } of underWay) {
      if (!isDone && heldBack.has(item)) held += 1;
      else if (!isDone || held === 0) turns += 1;
    }
    return turns >= atOnce || held >= MOST_HELD_BACK;
  };
  const begin = (item: Item) => {
    const one = { item, result: work(item), isDone: false };
    const done = () => {
      one.isDone = true;
      wake();
    };
    one.result.then(done, done);
    underWay.push(one);
  };

  try {
    for (const item of items) {
      while (isFull()) {
        const changed = change();
        if (underWay[0]?.isDone) yield await (underWay.shift() as (typeof underWay)[number]).result;
        else await changed;
      }
      begin(item);
    }
    for (let next = underWay.shift(); next; next = underWay.shift()) yield await next.result;
  } finally {
    await Promise.allSettled(underWay.map(({ result }) => result));
  }
}
