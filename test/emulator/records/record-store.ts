import type { Transaction } from "../domain/transaction";
import { KeptJson } from "./kept-json";
import type { Comment, StoredRecord } from "./record";

/** The ids behind `after`, up to and including `until`. */
export interface IdRange {
  readonly after: number;
  readonly until: number;
}

export const wholeRange: IdRange = { after: 0, until: Infinity };

/** The records of one app in order of id, so that a page behind a given id is found without looking at the others. */
export class RecordStore {
  private readonly stored = new Map<number, StoredRecord>();
  /** Ascending. */
  private ids: number[] = [];
  private readonly uniqueIndexes = new Map<string, Map<string, number>>();
  private readonly commentsByRecord = new Map<number, Comment[]>();
  private make: ((id: number) => StoredRecord) | undefined;
  /** What answers tell of the records. */
  readonly kept = new KeptJson();
  lastId = 0;
  lastRowId = 0;
  lastCommentId = 0;

  constructor(private readonly transaction: Transaction) {}

  get size(): number {
    return this.ids.length;
  }

  /** Fills the app with records that are made each time they are read, always the same: a million of them need no memory. */
  generate(count: number, make: (id: number) => StoredRecord): void {
    this.ids = Array.from({ length: count }, (_, index) => index + 1);
    this.lastId = count;
    this.make = make;
    this.kept.clear();
  }

  get isGenerated(): boolean {
    return this.make !== undefined;
  }

  get(id: number): StoredRecord | undefined {
    const stored = this.stored.get(id);
    if (stored || !this.make) return stored;
    return this.ids[this.position(id)] === id ? this.make(id) : undefined;
  }

  *ascending({ after, until }: IdRange = wholeRange): Generator<StoredRecord> {
    for (let at = this.position(after + 1); at < this.ids.length; at++) {
      const id = this.ids[at] as number;
      if (id > until) return;
      const record = this.stored.get(id) ?? this.make?.(id);
      if (record) yield record;
    }
  }

  *descending({ after, until }: IdRange = wholeRange): Generator<StoredRecord> {
    for (let at = this.position(until + 1) - 1; at >= 0; at--) {
      const id = this.ids[at] as number;
      if (id <= after) return;
      const record = this.stored.get(id) ?? this.make?.(id);
      if (record) yield record;
    }
  }

  /** How many there are, without a look at any. */
  countIn({ after, until }: IdRange): number {
    return Math.max(0, this.position(until + 1) - this.position(after + 1));
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
    this.kept.clear();
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
    this.kept.forget(record.id);
  }

  private remove(id: number): void {
    const at = this.position(id);
    if (this.ids[at] === id) this.ids.splice(at, 1);
    this.index(this.stored.get(id), undefined);
    this.stored.delete(id);
    this.kept.forget(id);
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
