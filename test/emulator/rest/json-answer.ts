/** An answer that is JSON already, in UTF-8. */
export class JsonAnswer {
  constructor(readonly bytes: Uint8Array) {}

  /** What the JSON says. */
  get value(): unknown {
    return JSON.parse(Buffer.from(this.bytes).toString("utf8"));
  }
}
