import type { FreeRoom } from "../domain/room";
import { runsFolder } from "./private-folders";

/** Below the folder of the runs, so that the next sweep takes what a crash in this very moment leaves. */
const PROBE = "room-probe";

/** As exact as 1 in 128: what is needed is an estimate, too. */
const STEPS = 7;

/** A browser that asks its user may wait for ever. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * The room that the browser gives to the private file system, found out by trying: a file is made as large as what is
 * wanted, without writing a byte, and taken back. `navigator.storage.estimate()` answers only where that cannot be tried:
 * in Chromium it tells every site the same 10 GiB since version 138, whatever the quota (chromestatus.com, "Predictable
 * reported storage quota"; seen in Chromium 156). When there is too little, the browser is asked to keep the files of this
 * site for good, for which some give more (Firefox asks its user); the trying, not the answer, tells whether it did.
 */
export const freePrivateRoom: FreeRoom = async (wanted) => {
  const canTry = typeof FileSystemFileHandle !== "undefined" && "createWritable" in FileSystemFileHandle.prototype;
  if (!canTry) return estimated();
  if (await fits(wanted)) return wanted;
  if (!(await navigator.storage.persisted())) {
    const answer = navigator.storage.persist().catch(() => false);
    await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS))]);
    if (await fits(wanted)) return wanted;
  }
  let [most, tooMuch] = [0, wanted];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = Math.floor((most + tooMuch) / 2);
    if (await fits(middle)) most = middle;
    else tooMuch = middle;
  }
  return most;
};

async function estimated(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

async function fits(bytes: number): Promise<boolean> {
  const runs = await runsFolder();
  try {
    const folder = await runs.getDirectoryHandle(PROBE, { create: true });
    // On a page's kind of handle: in a Worker, a synchronous one of Chromium 156 ignores what exceeds the quota.
    const writable = await (await folder.getFileHandle("probe", { create: true })).createWritable();
    // Whatever becomes of it, closing would cost more than giving up.
    await writable.truncate(bytes).finally(() => writable.abort().catch(() => undefined));
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "QuotaExceededError") return false;
    throw thrown;
  } finally {
    await runs.removeEntry(PROBE, { recursive: true }).catch(() => undefined);
  }
}
