import { expect } from "vitest";
import { attachmentsOfRecord } from "../../../src/archive/records/attachments-of-record";
import type { FormFields, FormLayout, KintoneRecord } from "../../../src/archive/records/kintone-app";
import { createCsvFormat } from "../../../src/archive/records/records-csv";
import { numberedTexts } from "../../archive/numbered-texts";
import type { Domain } from "../../emulator/domain/domain";
import { Files } from "../../emulator/domain/files";
import type { BackedUpKintone, FinishedRun } from "./run-against";

/**
 * The archive has what kintone has now: the records that match, each once and in order; the bytes of every file that
 * they name and no other; the same in CSV.
 */
export async function expectAgreement(
  run: FinishedRun,
  { domain, witness }: BackedUpKintone,
  { appId, condition = "", guestSpaceId }: { appId: number; condition?: string; guestSpaceId?: string },
): Promise<void> {
  const folder = guestSpaceId === undefined ? String(appId) : `guest-${guestSpaceId}-${appId}`;
  const present = (await witness(guestSpaceId).record.getAllRecords({
    app: appId,
    ...(condition && { condition }),
  })) as unknown as KintoneRecord[];
  const archived = await run.records(folder);
  const ids = archived.map(({ $id }) => Number($id?.value));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(archived).toEqual(present);
  expect(run.facts(folder).records).toEqual({ expected: present.length, written: present.length });
  expectFiles(run, folder, present, domain);
  expect(archivedCsv(run, folder).split("\n")).toEqual(csvOf(run, folder, present).split("\n"));
}

/** Each file has the header, and is whole by itself. */
function archivedCsv(run: FinishedRun, folder: string): string {
  const files = numberedTexts(run.contents, folder, "records.csv");
  const header = files[0]?.slice(0, files[0].indexOf("\n") + 1) ?? "";
  const rows = files.map((file) => {
    expect(file.startsWith(header)).toBe(true);
    const own = file.slice(header.length);
    if (header.startsWith("*,") && own !== "") expect(own.startsWith("*,")).toBe(true);
    return own;
  });
  return [header, ...rows].join("");
}

function expectFiles(run: FinishedRun, folder: string, present: KintoneRecord[], domain: Domain): void {
  const named = present.flatMap((record) => attachmentsOfRecord(record));
  const prefix = `${folder}/attachments/`;
  const archived = [...run.contents.keys()].filter((path) => path.startsWith(prefix));
  expect(archived.sort()).toEqual(named.map(({ path }) => prefix + path).sort());
  for (const { path, file } of named) {
    const content = domain.files.attached.get(file.fileKey)?.content;
    if (!content) throw new Error(`kintone has no ${path}`);
    expect(Buffer.from(run.contents.get(prefix + path) ?? []).equals(Files.read(content)), path).toBe(true);
  }
  expect(run.facts(folder).attachments).toEqual({ expected: named.length, written: named.length });
}

function csvOf(run: FinishedRun, folder: string, records: KintoneRecord[]): string {
  const setting = (name: string) => JSON.parse(run.text(`${folder}/settings/app/form/${name}.json`)) as unknown;
  const csv = createCsvFormat(setting("fields") as FormFields, setting("layout") as FormLayout);
  return csv.header() + records.flatMap((record) => [...csv.rows(record, attachmentsOfRecord(record))]).join("");
}
