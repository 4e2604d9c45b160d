import type { AppRecord, RecordStore } from "../../domain/record-store";
import { followedDigest, isChained } from "./link";

/**
 * The chain digest that the next run has to follow: that of the run which was chained last; `""` when none was yet.
 *
 * The record with the highest `$id` need not be it: a run that could not be written down at its begin gets its record
 * at its end, maybe before an older one ends. So the chain is followed from there to its end. Records of any type count:
 * the unique field refuses a second follower also when somebody made the first one look like a target.
 */
export async function lastDigest(store: RecordStore): Promise<string> {
  const newest = await first(store, 'run_chain_digest != "" order by $id desc limit 1');
  if (!newest || !isChained(newest)) return "";
  const seen = new Set<string>();
  for (let digest = followedDigest(newest); !seen.has(digest);) {
    seen.add(digest);
    const follower = await first(store, `run_previous_chain_digest = "${digest}" limit 1`);
    if (!follower) return digest;
    digest = followedDigest(follower);
  }
  // Somebody bent the chain into a ring. A run must be written down all the same; the check names who does not fit.
  return "";
}

async function first(store: RecordStore, query: string): Promise<AppRecord | undefined> {
  return (await store.find(query))[0];
}
