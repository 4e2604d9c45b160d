/** The steps that undo what was done so far; a request that fails leaves no trace. */
export class Transaction {
  private undo: Array<() => void> | undefined;

  /** Runs `work` and, when it throws, undoes every change that was noted meanwhile. An inner run belongs to the outer one. */
  run<T>(work: () => T): T {
    if (this.undo) return work();
    const undo: Array<() => void> = [];
    this.undo = undo;
    try {
      return work();
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.undo = undefined;
    }
  }

  note(undo: () => void): void {
    this.undo?.push(undo);
  }
}
