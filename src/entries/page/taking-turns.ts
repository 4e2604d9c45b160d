/** Less than a frame of 60 a second. */
const MILLISECONDS_AT_WORK = 12;

/** Digests keep the processor busy: after a while of them the page gets its turn, and is told how far they are. */
export function takingTurns(report: (done: number) => void): (done: number) => Promise<void> {
  let last = performance.now();
  return async (done) => {
    if (performance.now() - last < MILLISECONDS_AT_WORK) return;
    report(done);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
