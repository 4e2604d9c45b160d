import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { canonicalJson } from "../../archive/canonical-json";
import type { FormFields } from "../../archive/records/kintone-app";
import { formOf } from "../../domain/settings/form";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { identityOf, isSameApp } from "./app-identity";
import type { NotComparable } from "./comparison";
import { comparableFields, type FormDifference, formDifferences } from "./form-differences";
import { BY_ID, keyFields, type Matching } from "./matching";

/** The form that the archive's records were made with, and the one that the app has now. */
export interface ComparedForms {
  archived: FormFields;
  present: FormFields;
  /** How records are known that are told of by both. */
  matching: Matching;
  differences: FormDifference[];
  /** Whether they are the same to the last property. */
  isUnchanged: boolean;
  /** Codes of the fields, those in tables too, whose values can be compared. */
  fields: ReadonlySet<string>;
  /** Codes of fields that the archive left out on purpose. */
  excluded: readonly string[];
}

/**
 * Looks whether records can be known in the app as was asked for, and compares the forms. Rejects with a `BackupError` when the app cannot be
 * read, and with an `ArchiveError` when the archive's settings are damaged.
 *
 * @param matching by `$id` unless somebody asked for something else: then the app has to be the one that the archive speaks of
 */
export async function compareForms(
  archived: ArchivedTarget,
  app: AppRef,
  source: Pick<Source, "readSetting">,
  matching: Matching = BY_ID,
): Promise<ComparedForms | NotComparable> {
  const { facts } = archived;
  const [archivedApp, archivedFields] = await Promise.all([
    archivedSetting(archived, "app"),
    archivedSetting(archived, "app/form/fields"),
  ]);
  if (archivedFields === undefined || archivedApp === undefined) return { reason: "no-form", app: facts.appName };
  if (!facts.options.include.includes("records")) return { reason: "no-records", app: facts.appName };

  const [presentApp, presentFields] = await Promise.all([
    source.readSetting(app, "app"),
    source.readSetting(app, "app/form/fields"),
  ]);
  const [before, now] = [identityOf(archivedApp), identityOf(presentApp)];
  const isSame = isSameApp(before, now);
  if (matching.by === "id" && !isSame) return { reason: "another-app", archived: before, present: now };
  if (matching.by === "nothing" && isSame) return { reason: "same-app", app: now.name };
  const [own, other] = [formOf(archivedFields), formOf(presentFields)];
  const fields = comparableFields(own, other, facts.options.excludedFields);
  const keys = keyFields(own, other, fields);
  if (matching.by === "key" && !keys.includes(matching.field)) return { reason: "no-key", field: matching.field, keys };
  return {
    ...{ archived: own, present: other, matching, fields },
    differences: formDifferences(own, other),
    isUnchanged: canonicalJson(own.properties) === canonicalJson(other.properties),
    excluded: facts.options.excludedFields,
  };
}
