import type { LookupLink } from "./lookup-links";

/** In which order the apps of a set get their records. */
export interface RecordsOrder {
  /** Ids in the archive: an app comes after all that its lookups look into. */
  apps: readonly string[];
  /** Lookups that look into an app that comes later, or into their own: records are added without these keys, which are put into them in the end. */
  later: readonly LookupLink[];
  /** Lookups in a circle of which kintone takes no record without its key: there is no order in which they could be filled. */
  closed: readonly LookupLink[];
}

/**
 * Masters first. Where lookups go round in a circle, it is entered by an app whose records may be without those keys for the time being,
 * and where there are several, by the one with the fewest such lookups.
 *
 * @param apps ids in the archive, in the order that is kept where lookups ask for none
 */
export function recordsOrder(apps: readonly string[], links: readonly LookupLink[]): RecordsOrder {
  const ordered: string[] = [];
  const later: LookupLink[] = [];
  const closed: LookupLink[] = [];
  const left = new Set(apps);
  while (left.size > 0) {
    const next = nextOf(left, links);
    left.delete(next);
    ordered.push(next);
    // What it looks into that is not there yet, itself among it.
    for (const link of links) {
      if (link.from === next && (link.into === next || left.has(link.into)))
        (link.isRequired ? closed : later).push(link);
    }
  }
  return { apps: ordered, later, closed };
}

function nextOf(left: ReadonlySet<string>, links: readonly LookupLink[]): string {
  const unmet = links.filter(({ from, into }) => from !== into && left.has(from) && left.has(into));
  const waitsFor = (app: string) => unmet.filter(({ from }) => from === app);
  const reached = new Map([...left].map((app) => [app, reachedFrom(app, unmet)]));
  /** It waits for nobody who does not wait for it, too. */
  const isInNoQueue = (app: string) => [...(reached.get(app) ?? [])].every((other) => reached.get(other)?.has(app));
  const weight = (app: string) => {
    const waiting = waitsFor(app);
    return waiting.filter(({ isRequired }) => isRequired).length * links.length + waiting.length;
  };
  const [first = "", ...others] = [...left].filter(isInNoQueue);
  return others.reduce((best, app) => (weight(app) < weight(best) ? app : best), first);
}

function reachedFrom(app: string, links: readonly LookupLink[]): Set<string> {
  const found = new Set<string>();
  const open = [app];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { from, into } of links) {
      if (from !== at || found.has(into)) continue;
      found.add(into);
      open.push(into);
    }
  }
  return found;
}
