/** The folder of what belongs to the domain and to no app, and the `target` of its entries. */
export const DOMAIN_FOLDER = "domain";

/** What of a domain an archive can hold beside its apps: a file each. */
export const DOMAIN_LISTS = ["plugins", "spaces", "users", "organizations", "groups", "memberships"] as const;
export type DomainList = (typeof DOMAIN_LISTS)[number];

/** What can be asked for of the domain. `spaces` are the installed plugins, too: nothing of it is there for the sake of people. */
export const DOMAIN_PARTS = ["spaces", "people"] as const;
export type DomainPart = (typeof DOMAIN_PARTS)[number];

/** Which lists a part has. */
export const LISTS_OF_PART: Readonly<Record<DomainPart, readonly DomainList[]>> = {
  spaces: ["plugins", "spaces"],
  people: ["users", "organizations", "groups", "memberships"],
};

/** In the order of the format. */
export function listsOf(parts: readonly DomainPart[]): DomainList[] {
  const wanted = new Set(parts.flatMap((part) => LISTS_OF_PART[part]));
  return DOMAIN_LISTS.filter((list) => wanted.has(list));
}

/** `domain/users.jsonl` */
export function domainPath(list: DomainList): string {
  return `${DOMAIN_FOLDER}/${list}.jsonl`;
}
