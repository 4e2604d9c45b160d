import { DOMAIN_LISTS, domainPath } from "../domain-lists";
import type { DomainFacts } from "../manifest/manifest";
import type { Finding } from "./finding";
import type { Held } from "./target-counts";

/** Compares the lists of the domain with what the manifest says was written of each. */
export function compareDomain(domain: DomainFacts | undefined, { entries, lines, isWhole }: Held): Finding[] {
  if (!domain) return [];
  const written = new Map(domain.lists.map((told) => [told.list, told.written]));
  const listed = new Set(entries.map(({ path }) => path));
  return DOMAIN_LISTS.flatMap((list): Finding[] => {
    const path = domainPath(list);
    const [expected, actual] = [written.get(list), lines.get(path)];
    if (expected !== undefined && isWhole && !listed.has(path)) {
      return [{ code: "ENTRY_MISSING", path, message: "In no volume" }];
    }
    if (actual === undefined || actual === expected) return [];
    return [{ code: "COUNT_MISMATCH", path, expected: expected ?? 0, actual, message: "Lines" }];
  });
}
