/**
 * Works on up to `limit` items at the same time and yields the results in the order of the items, so that an archive
 * comes out the same however fast each answer arrives. At most `limit` results wait at any moment.
 *
 * When the consumer stops early, or a piece of work rejects, what is still under way is awaited before this ends, so that
 * nothing goes on behind the caller's back.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Array<Promise<Result>> = [];
  try {
    for await (const item of items) {
      if (underWay.length >= limit) yield await (underWay.shift() as Promise<Result>);
      const promise = work(item);
      promise.catch(() => undefined); // it is awaited later; until then a rejection is not "unhandled"
      underWay.push(promise);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<Result>);
  } finally {
    await Promise.allSettled(underWay);
  }
}
