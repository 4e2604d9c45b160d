import type { ArchivedRecord } from "../../archive/reading/archived-records";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { AppRef } from "../../domain/target";
import type { Matching } from "./matching";
import { type PresentReading, presentVersions } from "./present-records";
import { matchedByKey, presentKeys } from "./records-by-key";
import { type Pair, sideBySide } from "./records-side-by-side";

interface PairingOrder {
  archived: AsyncIterable<readonly ArchivedRecord[]>;
  app: AppRef;
  matching: Matching;
  putBack: ReadonlyMap<string, string>;
  wanted: (archived: KintoneRecord) => KintoneRecord;
}

/** Records of an archive and of an app, as far as they are known to be the same. */
interface PairedRecords {
  pairs: AsyncIterable<Pair>;
  /** What earlier restores put back, where the pairs do not tell it. */
  putBack: ReadonlyMap<string, string>;
  /** How many records the app has that are in no pair. */
  uncounted: number;
}

/** In ascending ids of the archive. Of another app, only records that the archive has are in pairs: it says nothing of any other. */
export async function pairedRecords(
  { archived, app, matching, putBack, wanted }: PairingOrder,
  { source, pagesAhead }: { source: PresentReading; pagesAhead: () => number },
): Promise<PairedRecords> {
  if (matching.by === "id") {
    return { pairs: sideBySide(archived, presentVersions(source, app, pagesAhead)), putBack, uncounted: 0 };
  }
  if (matching.by === "nothing") {
    return { pairs: alone(archived), putBack, uncounted: await source.countRecords(app, { query: "" }) };
  }
  const { field } = matching;
  const { keys, count } = await presentKeys(source, app, { field, pagesAhead });
  const pairs = matchedByKey(archived, keys, { field, putBack, wanted });
  return { pairs, putBack: new Map(), uncounted: count };
}

async function* alone(archived: AsyncIterable<readonly ArchivedRecord[]>): AsyncGenerator<Pair, void, undefined> {
  for await (const records of archived) yield* records.map((record) => ({ id: record.id, archived: record }));
}
