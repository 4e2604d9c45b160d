/** So much is kept of one app: 100,000 usual records, and a million take no more. */
const room = 256 * 1024 * 1024;

/** The JSON of records, kept until a record or something that all of them show changes. */
export class KeptJson {
  private readonly byId = new Map<number, Uint8Array>();
  private size = 0;
  private madeFrom: readonly unknown[] = [];

  /** What all texts were made from, beside the record: when any of it is another one, they are made anew. */
  expect(...sources: unknown[]): this {
    const isSame = sources.every((source, index) => source === this.madeFrom[index]);
    if (!isSame) this.clear();
    this.madeFrom = sources;
    return this;
  }

  of(id: number, make: () => string): Uint8Array {
    const kept = this.byId.get(id);
    if (kept) return kept;
    const made = Buffer.from(make());
    if (this.size + made.length <= room) {
      this.byId.set(id, made);
      this.size += made.length;
    }
    return made;
  }

  forget(id: number): void {
    this.size -= this.byId.get(id)?.length ?? 0;
    this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
    this.size = 0;
  }
}
