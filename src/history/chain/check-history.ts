import type { AppRecord, RecordStore } from "../../domain/record-store";
import { allLinks } from "./all-links";
import { checkChain } from "./check-chain";
import type { ChainVerdict } from "./verdict";

/** Is shown each run, and how many were read by now. The reading waits for it. */
export type RunWatcher = (run: AppRecord, read: number) => void | Promise<void>;

/**
 * Reads all runs from kintone and checks them, as `checkChain` does; only the right to view is needed. Rejects with what
 * the store rejects with.
 *
 * When runs do not fit while one was under way, it looks a second time, and the watcher sees all runs again: a run that
 * ended after its page was read and before its follower's was looks as if it were missing, and nobody may be suspected
 * for that.
 *
 * @param page as in `allLinks`
 */
export async function checkHistory(store: RecordStore, watch: RunWatcher, page?: number): Promise<ChainVerdict> {
  const look = () => checkChain(watched(allLinks(store, page), watch));
  const verdict = await look();
  return verdict.breaks.length > 0 && verdict.unfinished > 0 ? look() : verdict;
}

async function* watched(runs: AsyncIterable<AppRecord>, watch: RunWatcher): AsyncGenerator<AppRecord> {
  let read = 0;
  for await (const run of runs) {
    read += 1;
    await watch(run, read);
    yield run;
  }
}
