import type { KintoneError } from "../errors/kintone-error";

/** One request of a bulkRequest failed, and with it all. */
export class BulkError extends Error {
  constructor(
    override readonly cause: KintoneError,
    private readonly index: number,
    private readonly count: number,
  ) {
    super(cause.message);
  }

  /** The error at its place, `{}` elsewhere. */
  results(failed: Record<string, unknown>): Array<Record<string, unknown>> {
    return Array.from({ length: this.count }, (_, index) => (index === this.index ? failed : {}));
  }
}
