/**
 * The items, each when the one before it is being worked on already. Items and `before` are never waited for by a consumer that has something to do; one that stops
 * waits for what is under way.
 *
 * @param before what must hold before the item is given: looked at when the item is ready, and no earlier than the work on the one before it begins
 */
export async function* oneAhead<Item>(
  items: AsyncGenerator<Item, void, undefined>,
  before: () => Promise<void>,
): AsyncGenerator<Item, void, undefined> {
  const ready = async () => {
    const next = await items.next();
    if (!next.done) await before();
    return next;
  };
  let following = ready();
  try {
    for (;;) {
      const { done, value } = await following;
      if (done) return;
      following = ready();
      following.catch(() => undefined); // it is awaited when its turn has come
      yield value;
    }
  } finally {
    await following.catch(() => undefined);
    await items.return();
  }
}
