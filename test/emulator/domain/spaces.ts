import { asMoment } from "../field-types/date-time";

/** A space or guest space; only as much as apps, permissions and the space endpoints need. */
export interface Space {
  id: number;
  name: string;
  isGuest: boolean;
  isPrivate: boolean;
  useMultiThread: boolean;
  defaultThread: number;
  body: string;
  creator: string;
  createdAt: string;
  modifier: string;
  modifiedAt: string;
  /** User codes. */
  members: string[];
  administrators: string[];
}

export class Spaces {
  readonly byId = new Map<number, Space>();

  constructor(private readonly now: () => Date) {}

  add(space: Partial<Omit<Space, "defaultThread">> & { name: string }): Space {
    const id = space.id ?? Math.max(0, ...this.byId.keys()) + 1;
    const administrators = space.administrators ?? [];
    const creator = space.creator ?? administrators[0] ?? "";
    const createdAt = space.createdAt ?? asMoment(this.now());
    const added: Space = {
      isGuest: false,
      isPrivate: space.isGuest ?? false,
      useMultiThread: false,
      body: "",
      creator,
      createdAt,
      modifier: creator,
      modifiedAt: createdAt,
      ...space,
      administrators,
      members: [...new Set([...administrators, ...(space.members ?? [])])],
      id,
      // Threads are counted apart from spaces (captured: space 50 has thread 51).
      defaultThread: id + 1,
    };
    this.byId.set(id, added);
    return added;
  }

  /** A private or guest space is open to its members only. */
  isOpenTo(space: Space, userCode: string): boolean {
    return !(space.isPrivate || space.isGuest) || space.members.includes(userCode);
  }
}
