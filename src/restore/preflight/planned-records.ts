import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { ComparedForms } from "../compare/compared-forms";
import type { RestoreChoices } from "../plan/restore-choices";
import type { PlannedChange, RestorePlan } from "../plan/restore-plan";
import { createWantedRecords } from "../plan/wanted-record";

/** A record of the plan, as it is to be in kintone. */
export interface PlannedRecord {
  /** The archive's. */
  id: string;
  wanted: KintoneRecord;
  /** Of a record that is there; one that is added has none. */
  change?: PlannedChange;
  /** Whether a field, or the table that it is in, is written. */
  isWritten(code: string): boolean;
}

/** Looks at planned records one after the other, and tells in the end what stands in their way. */
export interface RecordCheck<Result> {
  see(record: PlannedRecord): void;
  /** After so many records that kintone can be asked about them at once. */
  ask?(): Promise<void>;
  found(): Result;
}

/** The archive's records that are to be written, as many at a time as a request can be about. Reads the archive once; memory holds one batch. */
export async function* plannedRecords(
  plan: RestorePlan,
  { archived, forms, choices }: { archived: ArchivedTarget; forms: ComparedForms; choices: RestoreChoices },
): AsyncGenerator<PlannedRecord[], void, undefined> {
  const { written } = createWantedRecords(choices, forms.present);
  const adds = new Set(plan.add);
  const changes = new Map(plan.putBack.map((change) => [change.id, change]));
  if (adds.size + changes.size === 0) return;
  let batch: PlannedRecord[] = [];
  for await (const records of archivedRecords(archived)) {
    for (const { id, line } of records) {
      const change = changes.get(id);
      if (!change && !adds.has(id)) continue;
      const isWritten = (code: string) => (change ? change.fields.includes(code) : forms.fields.has(code));
      batch.push({ id, wanted: written(recordIn(line)), isWritten, ...(change && { change }) });
      if (batch.length < RECORDS_PER_BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
