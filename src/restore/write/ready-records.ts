import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { inOrder } from "../../domain/in-order";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { RestorePlan } from "../plan/restore-plan";
import { createWantedRecords } from "../plan/wanted-record";
import type { NewRecord } from "./adding";
import { createPreparing, type Preparation, type RawRecord } from "./preparing";
import type { ChangedRecord } from "./putting-back";
import type { RecordResult } from "./record-result";
import type { DoomedRecord } from "./removing";

/** Records that are written by one request, with their files in kintone already; `refused`: those of which a file is not. */
export type ReadyBatch = (
  | { what: "add"; records: NewRecord[] }
  | { what: "put-back"; records: ChangedRecord[] }
  | { what: "remove"; records: DoomedRecord[] }
) & { refused: RecordResult[] };

export interface OfArchive extends Preparation {
  archived: ArchivedTarget;
}

/** A request of more is refused sooner or later; what kintone takes is not documented: UNCONFIRMED(request-body-limit). */
const BATCH_BYTES = 4 * 1024 ** 2;

/** While one batch is written, the files of the next are uploaded. */
const BATCHES_AT_ONCE = 2;

/** Reads the archive once, and makes ready what the plan names, in batches of one kind, in the order of the archive; deletions come last. */
export async function* readyBatches(
  plan: RestorePlan,
  preparation: OfArchive,
): AsyncGenerator<ReadyBatch, void, undefined> {
  const { prepareNew, prepareChanges } = createPreparing(preparation);
  const prepare = async ({ what, records }: RawBatch): Promise<ReadyBatch> =>
    what === "add" ? { what, ...(await prepareNew(records)) } : { what, ...(await prepareChanges(records)) };
  yield* inOrder(rawBatches(plan, preparation), BATCHES_AT_ONCE, prepare);
  for (let at = 0; at < plan.remove.length; at += RECORDS_PER_BATCH) {
    const doomed = plan.remove.slice(at, at + RECORDS_PER_BATCH);
    yield { what: "remove", records: doomed.map((version) => ({ id: version.id, version })), refused: [] };
  }
}

interface RawBatch {
  what: "add" | "put-back";
  records: RawRecord[];
}

async function* rawBatches(
  plan: RestorePlan,
  { archived, choices, forms, numbers }: OfArchive,
): AsyncGenerator<RawBatch, void, undefined> {
  const { written } = createWantedRecords(choices, forms.present, numbers);
  const adds = new Set(plan.add);
  const changes = new Map(plan.putBack.map((change) => [change.id, change]));
  const waiting = {
    add: { records: [] as RawRecord[], bytes: 0 },
    "put-back": { records: [] as RawRecord[], bytes: 0 },
  };
  if (adds.size + changes.size === 0) return;
  for await (const records of archivedRecords(archived)) {
    for (const { id, line } of records) {
      const planned = changes.get(id);
      if (!planned && !adds.has(id)) continue;
      const what = planned ? "put-back" : "add";
      const own = waiting[what];
      if (own.records.length === RECORDS_PER_BATCH || (own.bytes > 0 && own.bytes + line.length > BATCH_BYTES)) {
        yield { what, records: own.records };
        waiting[what] = { records: [], bytes: 0 };
      }
      const wanted = written(recordIn(line));
      waiting[what].records.push({ id, wanted, ...(planned && { planned }) });
      waiting[what].bytes += line.length;
    }
  }
  for (const what of ["add", "put-back"] as const) {
    if (waiting[what].records.length > 0) yield { what, records: waiting[what].records };
  }
}
