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
