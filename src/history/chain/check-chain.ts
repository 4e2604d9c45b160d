import type { AppRecord } from "../../domain/record-store";
import { runReference } from "../runs/run-reference";
import { computedDigests, fittingVersion, followedDigest, isChained, missingCells, previousDigest } from "./link";
import { misfitOf, type Place, surroundings } from "./misfit";
import type { ChainVerdict } from "./verdict";

/**
 * Checks that the history was not altered: walks all runs and restores (what is said of runs here, is said of both), recomputes each digest from the facts in the record, and looks
 * whether each run follows the one before it. Keeps a few hundred bytes of each run, never a record.
 *
 * What it finds: any change of a fact (`chain/fact-lists.ts` has the list), a run that was deleted, added, or exchanged with
 * another, except as below.
 *
 * What it cannot find:
 * - that the newest runs were deleted: nothing that is left speaks of them;
 * - that somebody who may change all records rewrote a run and every one after it, or added a run at the end, as the plugin
 *   itself does: the digests are made with no secret. Neither does it find changes of the runs before the chain began;
 * - a run that was marked as still running, when it was the newest and its digests were emptied;
 * - another file in place of the attached log: the chain holds the log's SHA-256, so compare it with the file.
 *
 * What helps is what was taken away from kintone: a chain digest that was noted down proves that run and every one before
 * it, as long as the history still has it; and a run's archive digest can be computed again from the archive itself.
 *
 * @param runs every record of type `run` or `restore` by ascending `$id`, as `allLinks` tells them
 */
export async function checkChain(runs: AsyncIterable<AppRecord> | Iterable<AppRecord>): Promise<ChainVerdict> {
  const places: Place[] = [];
  const hidden = new Set<string>();
  for await (const record of runs) {
    const fitting = fittingVersion(record);
    places.push(placeOf(record, fitting));
    for (const code of missingCells(record, fitting)) hidden.add(code);
  }
  const around = surroundings(places);
  const found = places.map((place) => ({ place, kind: misfitOf(place, around) }));

  const firstBreak = found.findIndex(({ kind }) => kind !== undefined);
  const sound = found.slice(0, firstBreak < 0 ? found.length : firstBreak).filter(({ place }) => place.chained);
  const [from, to] = [sound[0], sound.at(-1)];
  const count = (wanted: (place: Place) => boolean) => places.filter(wanted).length;
  return {
    holds: from &&
      to && { from: from.place.run, to: to.place.run, runs: sound.length, digest: to.place.digests[0] ?? "" },
    chained: count(({ chained }) => chained),
    earlier: found.filter(({ place, kind }) => !place.chained && place.finished && kind === undefined).length,
    unfinished: count(({ chained, finished }) => !chained && !finished),
    breaks: found.flatMap(({ place, kind }) => (kind ? [{ kind, run: place.run }] : [])),
    hidden: [...hidden],
  };
}

function placeOf(record: AppRecord, fitting: number | undefined): Place {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  return {
    run: runReference(record),
    writtenAt: [text("run_finished_exact"), text("run_reported_exact")].sort().at(-1) ?? "",
    finished: text("run_status") !== "running",
    chained: isChained(record),
    unchanged: fitting !== undefined,
    previous: previousDigest(record),
    digests: [...new Set([followedDigest(record), ...(fitting === undefined ? computedDigests(record) : [])])],
  };
}
