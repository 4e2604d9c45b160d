import { type DomainList, domainPath } from "../../archive/domain-lists";
import type { OpenArchive } from "../../archive/reading/open-archive";
import { readJsonLines } from "../../archive/records/json-lines";
import { type Directory, type Known, knownIn } from "../../domain/directory";
import { lookInto } from "../../domain/settings/answer-part";

const KINDS = ["users", "organizations", "groups"] as const satisfies readonly DomainList[];

/** Who there was in the domain when it was backed up; `undefined` when the archive has no such lists. Holds their codes and names. */
export async function archivedPeople(archive: OpenArchive): Promise<Directory | undefined> {
  const lists = new Map<string, ReadonlyMap<string, Known>>();
  for (const kind of KINDS) {
    const entry = archive.entry(domainPath(kind));
    if (!entry) return undefined;
    const known = new Map<string, Known>();
    for await (const line of readJsonLines(await entry.open())) {
      for (const [code, one] of knownIn(lookInto(line).root)) known.set(code, one);
    }
    lists.set(kind, known);
  }
  return {
    known: (of, codes) =>
      Promise.resolve(
        new Map(
          codes.flatMap((code): Array<[string, Known]> => {
            const one = lists.get(of)?.get(code);
            return one ? [[code, one]] : [];
          }),
        ),
      ),
  };
}
