/** How many requests a domain works on at one time; the 101st is refused (cybozu.dev concurrent-connection-limit-reason). */
export class Concurrency {
  running = 0;

  constructor(readonly limit = 100) {}

  /** Counts a request until the returned function is called. */
  begin(): () => void {
    this.running++;
    let isOver = false;
    return () => {
      if (!isOver) this.running--;
      isOver = true;
    };
  }
}
