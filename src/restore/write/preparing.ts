import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../archive/records/understood";
import type { BackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { versionOf } from "../../records/record-version";
import type { ComparedForms } from "../compare/compared-forms";
import { isEmptyValue } from "../plan/empty-value";
import type { RecordNumbers } from "../plan/record-numbers";
import type { RestoreChoices } from "../plan/restore-choices";
import type { PlannedChange } from "../plan/restore-plan";
import { createValueWriter } from "../plan/written-values";
import type { NewRecord } from "./adding";
import { createVainness } from "./in-vain";
import type { ChangedRecord } from "./putting-back";
import type { RecordFiles } from "./record-files";
import type { RecordResult } from "./record-result";
import { isAboutOneFile } from "./refused-file";
import type { ReadyRecord } from "./write-batch";

/** A record of the archive that the plan names. */
export interface RawRecord {
  id: string;
  wanted: KintoneRecord;
  planned?: PlannedChange;
}

/** What records are made ready with. */
export interface Preparation {
  app: AppRef;
  forms: ComparedForms;
  choices: RestoreChoices;
  /** Where lookups name records by numbers that are others now. */
  numbers?: RecordNumbers;
  /** Whether who made and changed added records, and when, may be said. */
  stamps: boolean;
  source: Pick<Source, "readRecordsById">;
  filesOf: (
    record: KintoneRecord,
    change?: Pick<PlannedChange, "fields" | "anew">,
    present?: KintoneRecord,
  ) => Promise<RecordFiles>;
}

/** When of so many records in a row no file is taken, for one reason, it is no matter of single files. */
const RECORDS_IN_VAIN = 10;

/** Makes records ready to be written, many at the same time. */
export function createPreparing({ app, forms, choices, stamps, source, filesOf }: Preparation) {
  const writer = createValueWriter({ form: forms.present, fields: forms.fields });
  const holdsOwn = new Set(
    Object.values(forms.present.properties).flatMap(({ code, type }) =>
      type === "FILE" || type === "SUBTABLE" ? [code] : [],
    ),
  );

  const isOwnApp = forms.matching.by === "id";

  // In a table, what is given is written with the whole of it.
  const given = Object.keys(choices.given).filter((code) => Object.hasOwn(forms.present.properties, code));

  const vain = createVainness(RECORDS_IN_VAIN);

  async function prepareNew(records: readonly RawRecord[]) {
    return sideBySide(records, async ({ id, wanted }): Promise<NewRecord> => {
      const { keys, lacking } = await uploaded(id, filesOf(wanted));
      return { id, wanted, values: writer.ofNew(wanted, keys, stamps), withoutFiles: Object.fromEntries(lacking) };
    });
  }

  /**
   * Of files and rows, what is there now must be known to keep it, and of what is given only where there is nothing, whether there is; nothing else
   * needs to be asked.
   */
  async function prepareChanges(records: readonly RawRecord[]) {
    const needed = records.flatMap(({ planned }) =>
      planned && (given.length > 0 || planned.fields.some((code) => holdsOwn.has(code))) ? [planned] : [],
    );
    const found =
      needed.length > 0
        ? await source.readRecordsById(app, { query: "", ids: needed.map(({ presentId }) => presentId) })
        : [];
    const present = new Map(found.map((record) => [versionOf(record).id, record]));
    return sideBySide(records, async ({ id, wanted, planned }): Promise<ChangedRecord | undefined> => {
      if (!planned) return undefined;
      const now = present.get(planned.presentId);
      const own = isOwnApp ? wanted : withoutRowIds(wanted);
      const { keys, lacking } = await uploaded(id, filesOf(own, planned, now));
      const empty = given.filter((code) => now && isEmptyValue(cellOf(now, code)?.value));
      // A file that the archive lacks may still be in kintone: its field is left as it is.
      const codes = [...planned.fields.filter((code) => !lacking.has(code)), ...empty];
      const values = writer.ofChange(own, codes, keys, now);
      return { id, wanted, planned, values, withoutFiles: Object.fromEntries(lacking) };
    });
  }

  /** A record without one of its files would be another one: it is set aside as a whole, and the others go on. */
  async function uploaded(id: string, files: Promise<RecordFiles>): Promise<RecordFiles> {
    try {
      const own = await files;
      if (own.uploaded > 0) vain.heard(undefined);
      return own;
    } catch (thrown) {
      if (!isAboutOneFile(thrown)) throw thrown;
      const error = thrown.with({ record: id });
      vain.heard(error);
      throw new SetAside(error);
    }
  }

  return { prepareNew, prepareChanges };
}

/** In another app, the same id is that of another row. */
function withoutRowIds(record: KintoneRecord): KintoneRecord {
  return Object.fromEntries(
    Object.entries(record).map(([code, cell]) => [
      code,
      cell.type === "SUBTABLE" ? { ...cell, value: rowsOf(cell).map(({ value }) => ({ value })) } : cell,
    ]),
  );
}

/** A file of one record is not taken. */
class SetAside {
  constructor(readonly error: BackupError) {}
}

async function sideBySide<Ready extends ReadyRecord>(
  raw: readonly RawRecord[],
  prepare: (record: RawRecord) => Promise<Ready | undefined>,
): Promise<{ records: Ready[]; refused: RecordResult[] }> {
  const records: Ready[] = [];
  const refused: RecordResult[] = [];
  const unlessSetAside = async (record: RawRecord) =>
    prepare(record).catch((thrown: unknown) => {
      if (!(thrown instanceof SetAside)) throw thrown;
      refused.push({ id: record.id, outcome: "refused", error: thrown.error });
      return undefined;
    });
  for await (const ready of inOrder(raw, RECORDS_PER_BATCH, unlessSetAside)) if (ready) records.push(ready);
  return { records, refused };
}
