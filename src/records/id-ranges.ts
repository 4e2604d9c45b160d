/** Ids above `after` up to `upTo`; `Infinity` when nothing bounds them. */
export interface IdRange {
  after: number;
  upTo: number;
}

/** What is known of a target's records before they are read. */
export interface RecordSpread {
  /** How many there are. */
  count: number;
  /** `$id` of the newest; 0 when there are none. */
  newestId: number;
}

/** Of ids that are in use, so many leave room in a range for the few that are missing. */
const DENSE = 0.9;

/** The most ranges of a page's width that a range is cut into: as many as pages of the smallest size there are in one of the largest. */
const PAGES_IN_A_PAGE = 25;

/** Into how many parts ids are divided of which little is known: enough to keep kintone busy, few enough to be mostly needed. */
const PARTS = 16;

/**
 * Divides the ids of a target into ranges that can be read at the same time: each about a page where most ids are in use, and
 * otherwise a few that `restOf` divides further once their first page has told more. The last one is open: for what is added meanwhile.
 */
export function rangesOf({ count, newestId }: RecordSpread, pageSize: number): IdRange[] {
  const tail = { after: newestId, upTo: Infinity };
  if (count === 0 || newestId === 0) return [{ after: 0, upTo: Infinity }];
  const whole = { after: 0, upTo: newestId };
  const isDense = count / newestId > DENSE;
  const parts = isDense ? Math.ceil(newestId / pageSize) : Math.min(2 * PARTS, Math.ceil(count / (DENSE * pageSize)));
  return [...divided(whole, parts, isDense ? pageSize : undefined), tail];
}

/**
 * What is left of a range when a full page of it was read, up to `lastId`: divided by how close together the ids of the page
 * were, where most are in use into pages. Ids that lie elsewhere than expected cost at most a few empty pages: every range that is divided has given a full one.
 */
export function restOf({ after, upTo }: IdRange, lastId: number, pageSize: number): IdRange[] {
  if (lastId >= upTo) return [];
  const rest = { after: lastId, upTo };
  if (upTo === Infinity) return [rest];
  const density = pageSize / (lastId - after);
  if (density > DENSE && upTo - lastId <= PAGES_IN_A_PAGE * pageSize) return divided(rest, 0, pageSize);
  const expected = (upTo - lastId) * density;
  return divided(rest, Math.max(1, Math.min(PARTS, Math.ceil(expected / (DENSE * pageSize)))));
}

/** Ranges of equal width; at most as wide as there are ids. */
function divided({ after, upTo }: IdRange, parts: number, width = Math.ceil((upTo - after) / parts)): IdRange[] {
  const ranges: IdRange[] = [];
  for (let start = after; start < upTo; start += width)
    ranges.push({ after: start, upTo: Math.min(start + width, upTo) });
  return ranges;
}

/** A range as the source takes it. */
export function bounds({ after, upTo }: IdRange): { afterId: string; upToId?: string } {
  return { afterId: String(after), ...(upTo !== Infinity && { upToId: String(upTo) }) };
}

/** The range of one id. */
export function rangeOf(id: number): IdRange {
  return { after: id - 1, upTo: id };
}

export function isOfOne({ after, upTo }: IdRange): boolean {
  return upTo - after === 1;
}

/** Ranges that each hold a page of these ids (ascending), and whatever came between them; the last one reaches up to `upTo`. */
export function rangesAround(ids: Iterable<number>, upTo: number, pageSize: number): IdRange[] {
  const ranges: IdRange[] = [];
  let [after, inRange] = [0, 0];
  for (const id of ids) {
    if (inRange === pageSize) ranges.push({ after, upTo: id - 1 });
    if (inRange === pageSize) [after, inRange] = [id - 1, 0];
    inRange += 1;
  }
  if (after < upTo) ranges.push({ after, upTo });
  return ranges;
}
