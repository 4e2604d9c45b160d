const EVERY_MS = 5_000;

/** Longer than anything keeps a Worker from answering, on a busy machine with a slow disk too. */
const ROUNDS_OF_SILENCE = 24;
/** Whoever has cancelled need not wait so long. */
const ROUNDS_AFTER_CANCEL = 6;

interface Watched {
  /** Asks for a sign of life. */
  ask(): void;
  /** There was none for two minutes, or half a minute after it was cancelled. Called once. */
  onSilence(): void;
  /** Of the one who cancels. */
  signal: AbortSignal;
}

export interface Watchdog {
  /** There was a sign of life. */
  heard(): void;
  stop(): void;
}

/**
 * Watches over a Worker that may freeze for ever, as those of Firefox did. It counts questions without an answer, not time: a laptop that
 * was asleep for a night, or a tab that the browser has slowed down, has asked no more often than it waited.
 */
export function watchOver({ ask, onSilence, signal }: Watched): Watchdog {
  let silentFor = 0;
  const timer = setInterval(() => {
    silentFor += 1;
    if (silentFor > (signal.aborted ? ROUNDS_AFTER_CANCEL : ROUNDS_OF_SILENCE)) {
      stop();
      onSilence();
    } else ask();
  }, EVERY_MS);
  const heard = () => {
    silentFor = 0;
  };
  function stop() {
    clearInterval(timer);
  }
  // What was asked before counts for less.
  signal.addEventListener("abort", heard, { once: true });
  return { heard, stop };
}
