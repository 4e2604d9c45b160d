import { randomUUID } from "node:crypto";
import { cursorNotFound, tooManyCursors } from "../errors/queries";

interface Cursor {
  id: string;
  appId: number;
  /** The records and their order are those of the creation; their values are read page by page. */
  ids: number[];
  position: number;
  size: number;
  fields: ReadonlySet<string> | undefined;
  owner: string;
  expires: number;
}

const maxAlive = 10;
const lifetime = 10 * 60 * 1000;

/** Ten live cursors in a domain, each for ten minutes after it was last read (cybozu.dev create-cursor). */
export class Cursors {
  private readonly alive = new Map<string, Cursor>();

  constructor(private readonly now: () => Date) {}

  /** @throws GAIA_TM12 */
  open(cursor: Omit<Cursor, "id" | "expires" | "position">): Cursor {
    this.dropExpired();
    if (this.alive.size >= maxAlive) throw tooManyCursors();
    const opened = { ...cursor, id: randomUUID(), position: 0, expires: this.now().getTime() + lifetime };
    this.alive.set(opened.id, opened);
    return opened;
  }

  /** @throws GAIA_CN01 */
  get(id: string): Cursor {
    this.dropExpired();
    const cursor = this.alive.get(id);
    if (!cursor) throw cursorNotFound(id);
    return cursor;
  }

  /** The next ids; reading to the end closes the cursor. */
  advance(cursor: Cursor): { ids: number[]; next: boolean } {
    const ids = cursor.ids.slice(cursor.position, cursor.position + cursor.size);
    cursor.position += cursor.size;
    cursor.expires = this.now().getTime() + lifetime;
    const next = cursor.position < cursor.ids.length;
    if (!next) this.close(cursor.id);
    return { ids, next };
  }

  close(id: string): void {
    this.alive.delete(id);
  }

  /** All are lost, as after a restart of the service. */
  closeAll(): void {
    this.alive.clear();
  }

  private dropExpired(): void {
    for (const cursor of this.alive.values()) if (cursor.expires <= this.now().getTime()) this.alive.delete(cursor.id);
  }
}
