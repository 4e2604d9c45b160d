/**
 * Works on up to `limit` items at the same time and yields the results in the order of the items, so that an archive
 * comes out the same however fast each answer arrives. At most `limit` results wait at any moment.
 *
 * When the items break off with an error, the results of those before it still come, and then the error. When a piece of
 * work rejects, or the consumer stops, what is under way is awaited first: nothing goes on behind the caller's back.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Array<Promise<Result>> = [];
  const brokenOff: { reason?: unknown } = {};
  try {
    for await (const item of untilBroken(items, brokenOff)) {
      if (underWay.length >= limit) yield await (underWay.shift() as Promise<Result>);
      const promise = work(item);
      promise.catch(() => undefined); // it is awaited later; until then a rejection is not "unhandled"
      underWay.push(promise);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<Result>);
    if ("reason" in brokenOff) throw brokenOff.reason;
  } finally {
    await Promise.allSettled(underWay);
  }
}

async function* untilBroken<Item>(
  items: AsyncIterable<Item>,
  brokenOff: { reason?: unknown },
): AsyncGenerator<Item, void, undefined> {
  try {
    yield* items;
  } catch (reason) {
    brokenOff.reason = reason;
  }
}
