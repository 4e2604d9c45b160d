/** A Web Lock tells every tab and Worker of this origin that a run is alive; the browser lets go of it when they end. */
function lockName(runId: string): string {
  return `kintone-backup-manager/${runId}`;
}

/**
 * Says that the files of a run are in use until the returned function is called. Several may hold the same run: the
 * Worker that writes, and the page that is still handing out the download.
 */
export function holdRun(runId: string): Promise<() => void> {
  return new Promise((held, failed) => {
    navigator.locks
      .request(lockName(runId), { mode: "shared" }, () => new Promise<void>((release) => held(release)))
      .catch(failed);
  });
}

/** Does `work` if nobody holds the run, and keeps others from it meanwhile. Resolves to whether it was done. */
export function ifNobodyHolds(runId: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(lockName(runId), { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}

const LET_GO_WITHIN_MS = 5_000;
const LOOKED_EVERY_MS = 50;

/**
 * Waits until nobody holds the run any more, for a while: a browser lets go of what a Worker held a little after its end. By looking,
 * since a lock that was waited for may still count as held when the next one is asked for (seen in Chromium 156).
 */
export async function whenNobodyHolds(runId: string): Promise<void> {
  for (let waited = 0; waited < LET_GO_WITHIN_MS; waited += LOOKED_EVERY_MS) {
    const { held = [] } = await navigator.locks.query();
    if (held.every(({ name }) => name !== lockName(runId))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS));
  }
}
