/** Nobody waits longer for a warning that may not come. */
const WITHIN_MS = 10_000;

/** What is found out before a run; nothing when it cannot be, for whatever reason, or takes too long. Never rejects. */
export async function unlessTooLate<Found>(found: Promise<Found>): Promise<Found | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, undefined);
  });
  try {
    return await Promise.race([found, tooLate]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
