import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { inOrder } from "../../domain/in-order";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { cellOf } from "../../archive/records/understood";
import { versionOf } from "../../records/record-version";
import type { ComparedForms } from "../compare/compared-forms";
import { isEmptyValue } from "../plan/empty-value";
import type { RestoreChoices } from "../plan/restore-choices";
import type { PlannedChange, RestorePlan } from "../plan/restore-plan";
import { createWantedRecords } from "../plan/wanted-record";
import { createValueWriter } from "../plan/written-values";
import type { NewRecord } from "./adding";
import type { ChangedRecord } from "./putting-back";
import type { RecordFiles } from "./record-files";
import type { DoomedRecord } from "./removing";

/** Records that are written by one request, with their files in kintone already. */
export type ReadyBatch =
  | { what: "add"; records: NewRecord[] }
  | { what: "put-back"; records: ChangedRecord[] }
  | { what: "remove"; records: DoomedRecord[] };

export interface Preparation {
  archived: ArchivedTarget;
  app: AppRef;
  forms: ComparedForms;
  choices: RestoreChoices;
  /** Whether who made and changed added records, and when, may be said. */
  stamps: boolean;
  source: Pick<Source, "readRecordsById">;
  filesOf: (
    record: KintoneRecord,
    change?: Pick<PlannedChange, "fields" | "anew">,
    present?: KintoneRecord,
  ) => Promise<RecordFiles>;
}

/** A request of more is refused sooner or later; what kintone takes is not documented: UNCONFIRMED(request-body-limit). */
const BATCH_BYTES = 4 * 1024 ** 2;

/** While one batch is written, the files of the next are uploaded. */
const BATCHES_AT_ONCE = 2;

/** Reads the archive once, and makes ready what the plan names, in batches of one kind, in the order of the archive; deletions come last. */
export async function* readyBatches(
  plan: RestorePlan,
  preparation: Preparation,
): AsyncGenerator<ReadyBatch, void, undefined> {
  const { prepareNew, prepareChanges } = createPreparing(preparation);
  const prepare = async ({ what, records }: RawBatch): Promise<ReadyBatch> =>
    what === "add" ? { what, records: await prepareNew(records) } : { what, records: await prepareChanges(records) };
  yield* inOrder(rawBatches(plan, preparation), BATCHES_AT_ONCE, prepare);
  for (let at = 0; at < plan.remove.length; at += RECORDS_PER_BATCH) {
    const doomed = plan.remove.slice(at, at + RECORDS_PER_BATCH);
    yield { what: "remove", records: doomed.map((version) => ({ id: version.id, version })) };
  }
}

interface RawRecord {
  id: string;
  wanted: KintoneRecord;
  planned?: PlannedChange;
}

interface RawBatch {
  what: "add" | "put-back";
  records: RawRecord[];
}

async function* rawBatches(
  plan: RestorePlan,
  { archived, choices, forms }: Preparation,
): AsyncGenerator<RawBatch, void, undefined> {
  const { written } = createWantedRecords(choices, forms.present);
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

function createPreparing({ app, forms, choices, stamps, source, filesOf }: Preparation) {
  const writer = createValueWriter({ form: forms.present, fields: forms.fields });
  const holdsOwn = new Set(
    Object.values(forms.present.properties).flatMap(({ code, type }) =>
      type === "FILE" || type === "SUBTABLE" ? [code] : [],
    ),
  );

  // In a table, what is given is written with the whole of it.
  const given = Object.keys(choices.given).filter((code) => Object.hasOwn(forms.present.properties, code));

  async function prepareNew(records: readonly RawRecord[]): Promise<NewRecord[]> {
    return sideBySide(records, async ({ id, wanted }) => {
      const { keys, lacking } = await filesOf(wanted);
      return { id, wanted, values: writer.ofNew(wanted, keys, stamps), withoutFiles: Object.fromEntries(lacking) };
    });
  }

  /**
   * Of files and rows, what is there now must be known to keep it, and of what is given only where there is nothing, whether there is; nothing else
   * needs to be asked.
   */
  async function prepareChanges(records: readonly RawRecord[]): Promise<ChangedRecord[]> {
    const needed = records.flatMap(({ planned }) =>
      planned && (given.length > 0 || planned.fields.some((code) => holdsOwn.has(code))) ? [planned] : [],
    );
    const found =
      needed.length > 0
        ? await source.readRecordsById(app, { query: "", ids: needed.map(({ presentId }) => presentId) })
        : [];
    const present = new Map(found.map((record) => [versionOf(record).id, record]));
    const changed = await sideBySide(records, async ({ id, wanted, planned }) => {
      if (!planned) return undefined;
      const now = present.get(planned.presentId);
      const { keys, lacking } = await filesOf(wanted, planned, now);
      const empty = given.filter((code) => now && isEmptyValue(cellOf(now, code)?.value));
      // A file that the archive lacks may still be in kintone: its field is left as it is.
      const codes = [...planned.fields.filter((code) => !lacking.has(code)), ...empty];
      const values = writer.ofChange(wanted, codes, keys, now);
      return { id, wanted, planned, values, withoutFiles: Object.fromEntries(lacking) };
    });
    return changed.filter((record) => record !== undefined);
  }

  return { prepareNew, prepareChanges };
}

async function sideBySide<Result>(records: readonly RawRecord[], prepare: (record: RawRecord) => Promise<Result>) {
  const prepared: Result[] = [];
  for await (const result of inOrder(records, RECORDS_PER_BATCH, prepare)) prepared.push(result);
  return prepared;
}
