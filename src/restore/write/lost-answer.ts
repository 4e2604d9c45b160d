import type { Settled } from "./write-batch";
import type { WritingDesk } from "./writing-desk";

/** Seconds before each look. A server may still be at work on what nobody heard the end of; it gives up after minutes. */
const LOOKS_AFTER = [5, 30, 120] as const;

/**
 * Looks several times what became of a batch whose answer was lost. That it was done is believed at once; that it was not, only when
 * there has been time enough for it.
 */
export async function lookSeveralTimes(
  { length: records }: readonly unknown[],
  look: () => Promise<Settled>,
  { pause, lookingFor = () => undefined }: Pick<WritingDesk, "pause" | "lookingFor">,
): Promise<Settled> {
  let settled: Settled = { state: "not-done" };
  lookingFor({ records, seconds: LOOKS_AFTER.reduce<number>((sum, each) => sum + each, 0) });
  try {
    for (const seconds of LOOKS_AFTER) {
      await pause(seconds);
      settled = await look();
      if (settled.state !== "not-done") return settled;
    }
    return settled;
  } finally {
    lookingFor(undefined);
  }
}
