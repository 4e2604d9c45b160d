/** Somebody may be at work on the list just now; more often than this it is no coincidence. */
const ATTEMPTS = 3;

interface ListPage<Item> {
  items: readonly Item[];
  /** Whether there are others behind them. */
  more: boolean;
}

/**
 * All of a list that kintone gives in pages, by how many are before them: when one of these goes or comes meanwhile, the next would be passed over
 * without a word. So each page begins with the last item of the one before, and when that is another, the list is read anew. `undefined` when it
 * changed each time.
 *
 * @param readPage those behind the first `offset`
 * @param nameOf tells items apart
 */
export async function overlappingPages<Item>(
  readPage: (offset: number) => Promise<ListPage<Item>>,
  nameOf: (item: Item) => string,
): Promise<Item[] | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const items = await readThrough(readPage, nameOf);
    if (items) return items;
  }
  return undefined;
}

async function readThrough<Item>(
  readPage: (offset: number) => Promise<ListPage<Item>>,
  nameOf: (item: Item) => string,
): Promise<Item[] | undefined> {
  const items: Item[] = [];
  for (;;) {
    const page = await readPage(Math.max(0, items.length - 1));
    const last = items.at(-1);
    const [first, ...others] = page.items;
    if (last === undefined) items.push(...page.items);
    else if (first !== undefined && nameOf(first) === nameOf(last)) items.push(...others);
    else return undefined;
    if (!page.more) return items;
  }
}
