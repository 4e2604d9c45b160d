import { type DomainList, LISTS_OF_PART, domainPath } from "../../src/archive/domain-lists";
import type { RunOutcome } from "../../src/domain/outcome";
import type { ArchiveContents } from "./archive-contents";
import type { RandomKintone } from "./kintone";
import type { JudgedRun } from "./one-run";

type Line = Readonly<Record<string, unknown>>;

/**
 * Where what is there beside the apps is not as it is told: each list that was asked for is in the archive, with everybody whom kintone has, or the
 * manifest and the run name it. Nothing of it changes while a run goes on.
 */
export function untrueOfDomain(run: JudgedRun, outcome: RunOutcome, archive: ArchiveContents): string[] {
  const { kintone, troubles } = run;
  const last = archive.manifests.find((manifest) => manifest.last);
  if (!last) return [];
  const asked = kintone.beside.flatMap((part) => LISTS_OF_PART[part]);
  if (asked.length === 0) return last.domain ? ["nobody asked for the domain"] : [];
  if (!last.domain) return ["the manifest tells nothing of the domain"];
  const { lists, missing } = last.domain;
  const problems = outcome.problems.filter(({ step }) => step === "domain");

  const untrueOf = (list: DomainList): string[] => {
    const told = lists.find((one) => one.list === list);
    const text = archive.entries.get(domainPath(list))?.toString("utf8");
    if (!told || text === undefined) {
      const isNamed = missing.some(({ what }) => what === list);
      const isTold = problems.some(({ error }) => error.facts.lists?.includes(list)) && outcome.status !== "success";
      return [
        ...(told ? [`${list} is told of, and not there`] : []),
        ...(isNamed ? [] : [`${list} is not there, and the manifest does not name it`]),
        ...(isTold ? [] : [`${list} is not there, and the run does not say so`]),
      ];
    }
    const lines = text.split("\n").slice(0, -1);
    if (lines.length !== told.written) return [`${list}: ${told.written} lines are told of, ${lines.length} are there`];
    if (troubles.some(({ unprovable }) => unprovable)) return [];
    const there = new Set(lines.map((line) => nameOf(list, JSON.parse(line) as Line)));
    const named = missing.flatMap(({ what, space = "" }) => (what === "space" && list === "spaces" ? [space] : []));
    const isToldOf = (space: string) => problems.some(({ error }) => error.facts.spaces?.includes(space));
    return [
      ...membersOf(list, kintone)
        .filter((name) => !there.has(name) && !(named.includes(name) && isToldOf(name)))
        .map((name) => `${list} lacks ${name}, and nothing says so`),
      ...named.filter((space) => there.has(space)).map((space) => `space ${space} is there, and told to be missing`),
    ];
  };
  return asked.flatMap(untrueOf);
}

function nameOf(list: DomainList, line: Line): unknown {
  if (list === "memberships") return `${String(line.organization ?? line.group)} ${String(line.user)}`;
  return line[list === "plugins" || list === "spaces" ? "id" : "code"];
}

/** What has to be in the list. Of spaces, the guest spaces of targets: others are known by apps that may have gone meanwhile. */
function membersOf(list: DomainList, { domain, wishes }: RandomKintone): string[] {
  const { users, organizations, groups } = domain.people;
  switch (list) {
    case "plugins":
      return [...domain.plugins.keys()];
    case "spaces":
      return wishes.flatMap(({ guestSpaceId }) => (guestSpaceId === undefined ? [] : [String(guestSpaceId)]));
    case "users":
      return [...users.keys()];
    case "organizations":
      return [...organizations.keys()];
    case "groups":
      return [...groups.keys()].filter((code) => code !== "everyone");
    case "memberships":
      return [...users.values()].flatMap((user) =>
        [...user.organizations, ...user.groups].map((code) => `${code} ${user.code}`),
      );
  }
}
