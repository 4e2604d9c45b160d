import type { Transaction } from "../domain/transaction";
import type { Comment, StoredRecord } from "./record";

/** The records of one app in order of id, so that a page behind a given id is found without looking at the others. */
export class RecordStore {
  private readonly stored = new Map<number, StoredRecord>();
  /** Ascending. */
  private ids: number[] = [];
  private readonly uniqueIndexes = new Map<string, Map<string, number>>();
  private readonly commentsByRecord = new Map<number, Comment[]>();
  private make: ((id: number) => StoredRecord) | undefined;
  lastId = 0;
  lastRowId = 0;
  lastCommentId = 0;

  constructor(private readonly transaction: Transaction) {}

  get size(): number {
    return this.ids.length;
  }

  /** Fills the app with records that are made each time they are read: a million of them need no memory. */
  generate(count: number, make: (id: number) => StoredRecord): void {
    this.ids = Array.from({ length: count }, (_, index) => index + 1);
    this.lastId = count;
    this.make = make;
  }

  get isGenerated(): boolean {
    return this.make !== undefined;
  }

  get(id: number): StoredRecord | undefined {
    const stored = this.stored.get(id);
    if (stored || !this.make) return stored;
    return this.ids[this.position(id)] === id ? this.make(id) : undefined;
  }

  *ascending(after = 0): Generator<StoredRecord> {
    for (let at = this.position(after + 1); at < this.ids.length; at++) {
      const record = this.get(this.ids[at] as number);
      if (record) yield record;
    }
  }

  *descending(): Generator<StoredRecord> {
    for (let at = this.ids.length - 1; at >= 0; at--) {
      const record = this.get(this.ids[at] as number);
      if (record) yield record;
    }
  }

  /** Adds the record or replaces the one with its id. */
  put(record: StoredRecord): void {
    const before = this.get(record.id);
    this.set(record);
    this.transaction.note(() => (before ? this.set(before) : this.remove(record.id)));
  }

  delete(id: number): void {
    const before = this.get(id);
    if (!before) return;
    const comments = this.commentsByRecord.get(id);
    this.remove(id);
    this.commentsByRecord.delete(id);
    this.transaction.note(() => {
      this.set(before);
      if (comments) this.commentsByRecord.set(id, comments);
    });
  }

  comments(id: number): Comment[] {
    return this.commentsByRecord.get(id) ?? [];
  }

  allComments(): Iterable<[number, Comment[]]> {
    return this.commentsByRecord;
  }

  setComments(id: number, comments: Comment[]): void {
    const before = this.comments(id);
    this.commentsByRecord.set(id, comments);
    this.transaction.note(() => this.commentsByRecord.set(id, before));
  }

  /** The record that holds `value` in a field without duplicates. */
  holderOf(fieldCode: string, value: string): number | undefined {
    let index = this.uniqueIndexes.get(fieldCode);
    if (!index) {
      index = new Map();
      for (const record of this.ascending()) {
        const held = record.values[fieldCode];
        if (typeof held === "string" && held !== "") index.set(held, record.id);
      }
      this.uniqueIndexes.set(fieldCode, index);
    }
    return index.get(value);
  }

  /** Rewrites every stored record after the form changed. */
  migrate(change: (record: StoredRecord) => StoredRecord): void {
    for (const [id, record] of this.stored) this.stored.set(id, change(record));
  }

  /** Field codes mean something else after a deployment. */
  forgetIndexes(): void {
    this.uniqueIndexes.clear();
  }

  private set(record: StoredRecord): void {
    const at = this.position(record.id);
    if (this.ids[at] !== record.id) this.ids.splice(at, 0, record.id);
    this.lastId = Math.max(this.lastId, record.id);
    this.index(this.stored.get(record.id), record);
    this.stored.set(record.id, record);
  }

  private remove(id: number): void {
    const at = this.position(id);
    if (this.ids[at] === id) this.ids.splice(at, 1);
    this.index(this.stored.get(id), undefined);
    this.stored.delete(id);
  }

  private index(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    for (const [code, index] of this.uniqueIndexes) {
      const old = before?.values[code];
      if (typeof old === "string" && index.get(old) === before?.id) index.delete(old);
      const held = after?.values[code];
      if (after && typeof held === "string" && held !== "") index.set(held, after.id);
    }
  }

  /** Where `id` is or would be. */
  private position(id: number): number {
    let low = 0;
    let high = this.ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
