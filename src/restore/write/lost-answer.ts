import type { Settled } from "./write-batch";

/** Seconds before each look. A server may still be at work on what nobody heard the end of; it gives up after minutes. */
const LOOKS_AFTER = [5, 30, 120] as const;

/**
 * Looks several times what became of a batch whose answer was lost. That it was done is believed at once; that it was not, only when
 * there has been time enough for it.
 */
export async function lookSeveralTimes(
  look: () => Promise<Settled>,
  pause: (seconds: number) => Promise<void>,
): Promise<Settled> {
  let settled: Settled = { state: "not-done" };
  for (const seconds of LOOKS_AFTER) {
    await pause(seconds);
    settled = await look();
    if (settled.state !== "not-done") return settled;
  }
  return settled;
}
