import { attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { type BackupError, toBackupError } from "../../domain/errors";
import { generalOf } from "../../domain/settings/known-settings";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { createExclusion } from "../../records/excluded-fields";
import { createMissingFields } from "../../records/missing-fields";
import { newestRecords } from "../records/newest-records";
import { suspectedIdentifiers } from "../left-out/identifiers/suspected-identifiers";
import { undecidedAmong } from "../left-out/undecided";
import type { NamedField, TargetFinding } from "./finding";

/** Reads a page of the newest records and, as trials, one attachment and the comments of one record. */
export async function checkRecords(source: Source, target: Target, form: FormFields): Promise<TargetFinding[]> {
  const ofForm = leftOut(target, form);
  let sample: KintoneRecord[];
  try {
    sample = await newestRecords(source, target, target.query);
  } catch (thrown) {
    return [{ kind: "records-refused", error: toBackupError(thrown) }, ...ofForm];
  }
  return [
    ...hiddenFields(target, form, sample),
    ...identifiers(target, form, sample),
    ...ofForm,
    ...(await tryFile(source, target, sample)),
    ...(await tryComments(source, target, sample)),
  ];
}

/** What a target leaves out on purpose, and what it means to and cannot. */
function leftOut({ excludedFields }: Target, form: FormFields): TargetFinding[] {
  const unknown = createExclusion(excludedFields).unknownIn(form);
  const known = excludedFields.filter((code) => !unknown.includes(code));
  return [
    ...(unknown.length > 0 ? [{ kind: "excluded-unknown", codes: unknown } as const] : []),
    ...(known.length > 0 ? [{ kind: "fields-left-out", fields: named(form, known) } as const] : []),
  ];
}

function hiddenFields({ excludedFields }: Target, form: FormFields, sample: readonly KintoneRecord[]): TargetFinding[] {
  if (sample.length === 0) return [{ kind: "fields-unknown" }];
  const missing = createMissingFields(createExclusion(excludedFields).formWithout(form));
  for (const record of sample) missing.see(record);
  const { missing: hidden } = missing.found();
  return hidden.length > 0 ? [{ kind: "fields-hidden", fields: named(form, hidden) }] : [];
}

function identifiers(target: Target, form: FormFields, sample: readonly KintoneRecord[]): TargetFinding[] {
  const suspects = suspectedIdentifiers(form, sample);
  const undecided = undecidedAmong(suspects, target);
  const included = suspects.filter(({ field }) => target.includedIdentifiers.includes(field));
  const asFields = (found: typeof suspects) => found.map(({ field, label }) => ({ code: field, label }));
  return [
    ...(undecided.length > 0 ? [{ kind: "identifiers-undecided", fields: asFields(undecided) } as const] : []),
    ...(included.length > 0 ? [{ kind: "identifiers-included", fields: asFields(included) } as const] : []),
  ];
}

async function tryFile(source: Source, target: Target, sample: readonly KintoneRecord[]): Promise<TargetFinding[]> {
  if (!target.include.attachments) return [];
  const { understoodWithout } = createExclusion(target.excludedFields);
  for (const record of understoodWithout(sample)) {
    const [first] = attachmentsOfRecord(record);
    if (!first) continue;
    const { file, recordId } = first;
    const error = await refusalOf(async () => (await source.openFile(target, file.fileKey)).cancel());
    return error ? [{ kind: "file-refused", error: error.with({ file: file.name, record: recordId }) }] : [];
  }
  return [];
}

async function tryComments(source: Source, target: Target, sample: readonly KintoneRecord[]): Promise<TargetFinding[]> {
  if (!target.include.comments) return [];
  const settings = await source.readSetting(target, "app/settings").catch(() => undefined);
  if (!generalOf(settings ?? {}).commentsEnabled) return [{ kind: "comments-off" }];
  const [newest] = sample;
  if (!newest) return [];
  const error = await refusalOf(() => source.readComments(target, String(newest.$id?.value), 0));
  return error ? [{ kind: "comments-refused", error }] : [];
}

async function refusalOf(request: () => Promise<unknown>): Promise<BackupError | undefined> {
  return request().then(() => undefined, toBackupError);
}

/** Labels for codes, where a field in a table is `table.field` or only its own code. */
function named({ properties }: FormFields, codes: readonly string[]): NamedField[] {
  const labels = new Map<string, string>();
  for (const { code, label = code, fields = {} } of Object.values(properties)) {
    labels.set(code, label);
    for (const inner of Object.values(fields)) {
      labels.set(inner.code, inner.label ?? inner.code);
      labels.set(`${code}.${inner.code}`, inner.label ?? inner.code);
    }
  }
  return codes.map((code) => ({ code, label: labels.get(code) ?? code }));
}
