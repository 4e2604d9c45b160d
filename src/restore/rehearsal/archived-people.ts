import { type DomainList, domainPath } from "../../archive/domain-lists";
import type { OpenArchive } from "../../archive/reading/open-archive";
import { readJsonLines } from "../../archive/records/json-lines";
import type { Directory, Known } from "../../domain/directory";
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
      const one = lookInto(line).root;
      const code = one.member("code").text();
      if (code === undefined) continue;
      known.set(code, { name: one.member("name").text() ?? code, isActive: one.member("valid").flag() !== false });
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
