import type { Attachment } from "../archive/attachments-of-record";
import { jsonLine } from "../archive/json-lines";
import type { KintoneRecord } from "../archive/kintone-app";
import { createCsvFormat } from "../archive/records-csv";
import { endsTheRun, toBackupError } from "./errors";
import type { Form } from "./read-settings";
import type { RunContext } from "./run-context";
import type { StagedWriter } from "./staging";
import type { TargetLedger } from "./target-ledger";

/** `records.jsonl` and `records.csv` of a target, written side by side. Exactly one of `close` and `discard` ends them. */
interface RecordFiles {
  /** `archived` are the record's attachments that are in the archive: CSV names no other. */
  write(record: KintoneRecord, archived: readonly Attachment[]): Promise<void>;
  /** Archives them. Whole or not, what was read is worth keeping; the manifest's counts tell how much it is. */
  close(): Promise<void>;
  discard(): Promise<void>;
}

export async function createRecordFiles(
  form: Form,
  ledger: TargetLedger,
  { staging }: RunContext,
): Promise<RecordFiles> {
  const csv = createCsvFormat(form.fields, form.layout);
  for (const { code, type, table } of csv.unsupported) {
    const where = table ? ` of table ${table}` : "";
    const text = `Field ${code}${where} (${type}) has no column in CSV.`;
    ledger.missing({ code: "NOT_IN_CSV", what: "field", field: code, text });
  }
  const label = (name: string) => ({ path: `${ledger.folder}/${name}`, target: ledger.folder });
  const jsonLines = await staging.create({ ...label("records.jsonl"), kind: "records" });
  const csvFile = await staging.create({ ...label("records.csv"), kind: "csv" });
  const encoder = new TextEncoder();
  await csvFile.write(encoder.encode(csv.header()));

  return {
    async write(record, archived) {
      await jsonLines.write(encoder.encode(jsonLine(record)));
      await csvFile.write(encoder.encode(csv.rows(record, archived)));
    },
    async close() {
      const ended = await archiveFile(jsonLines, ledger).catch(toBackupError);
      if (ended) await csvFile.discard();
      else await archiveFile(csvFile, ledger);
      if (ended) throw ended;
    },
    async discard() {
      for (const file of [jsonLines, csvFile]) await file.discard();
    },
  };
}

/** One of the files may be larger than a zip can hold; the other is worth having all the same. */
async function archiveFile(file: StagedWriter, ledger: TargetLedger): Promise<void> {
  try {
    await ledger.add(await file.close());
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    ledger.problem("records", error);
    ledger.missing({
      code: "FAILED",
      what: "records",
      text: error.message,
      ...(error.facts.path && { path: error.facts.path }),
    });
  }
}
