/**
 * Works on several items at the same time and yields the results in the order of the items, so that an archive
 * comes out the same however fast each answer arrives. Items that are worked on, or whose results wait, weigh at most `limit`
 * together, but for one that is heavier by itself.
 *
 * When the items break off with an error, the results of those before it still come, and then the error. When a piece of
 * work rejects, or the consumer stops, what is under way is awaited first: nothing goes on behind the caller's back.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
  weightOf: (item: Item) => number = () => 1,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Array<{ result: Promise<Result>; weight: number }> = [];
  let weighs = 0;
  const next = () => {
    const { result, weight } = underWay.shift() as { result: Promise<Result>; weight: number };
    weighs -= weight;
    return result;
  };
  const brokenOff: { reason?: unknown } = {};
  try {
    for await (const item of untilBroken(items, brokenOff)) {
      const weight = weightOf(item);
      while (underWay.length > 0 && weighs + weight > limit) yield await next();
      const result = work(item);
      result.catch(() => undefined); // it is awaited later; until then a rejection is not "unhandled"
      underWay.push({ result, weight });
      weighs += weight;
    }
    while (underWay.length > 0) yield await next();
    if ("reason" in brokenOff) throw brokenOff.reason;
  } finally {
    await Promise.allSettled(underWay.map(({ result }) => result));
  }
}

async function* untilBroken<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  brokenOff: { reason?: unknown },
): AsyncGenerator<Item, void, undefined> {
  try {
    yield* items;
  } catch (reason) {
    brokenOff.reason = reason;
  }
}
