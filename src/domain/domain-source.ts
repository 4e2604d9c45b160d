/** A list of the domain, or who is in an organization or a group. */
export type DomainQuestion =
  | { of: "plugins" | "spaces" | "apps" | "users" | "organizations" | "groups" }
  | { of: "organization" | "group"; code: string };

/** A part of a list, as kintone answered. */
export interface DomainPage {
  items: unknown[];
  /** Whether there may be more behind it. */
  more: boolean;
}

export interface SpaceRef {
  id: string;
  isGuest: boolean;
}

/** The engine's view of what belongs to a domain and to no app. Rejects as a `Source` does, but names no app. */
export interface DomainSource {
  /** Skips the first `offset` items. */
  readPage(question: DomainQuestion, offset: number): Promise<DomainPage>;
  /** Name, body and so on, and the members. */
  readSpace(space: SpaceRef): Promise<{ space: unknown; members: unknown[] }>;
}
