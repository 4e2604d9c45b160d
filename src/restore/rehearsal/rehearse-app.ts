import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Directory } from "../../domain/directory";
import { formOf } from "../../domain/settings/form";
import { type ComparedForms } from "../compare/compared-forms";
import { comparableFields } from "../compare/form-differences";
import { BY_ID } from "../compare/matching";
import { NOTHING_DECIDED, type RestoreChoices } from "../plan/restore-choices";
import { checkCategories, checkConsequences } from "../preflight/consequences";
import { checkOptions } from "../preflight/gone-options";
import { checkPeople } from "../preflight/gone-people";
import { checkLimits } from "../preflight/limited-values";
import type { LookedUp } from "../preflight/looked-up";
import { checkLookups } from "../preflight/lookups";
import { checkFiles } from "../preflight/missing-files";
import { gravestFirst, type Obstacle } from "../preflight/obstacle";
import { checkRequired } from "../preflight/required-values";
import { checkUnique } from "../preflight/unique-values";
import type { RehearsedApp, Unchecked } from "./rehearsed";

export interface RehearsalParts {
  lookedUp: LookedUp;
  /** `undefined` when the archive does not say who there was. */
  people: Directory | undefined;
  signal: AbortSignal;
  /** How many records were looked at. */
  report?: (done: number) => void;
}

const EVERYTHING_AS_IT_IS: RestoreChoices = { addMissing: true, putBack: false, ...NOTHING_DECIDED };

/** An app without records: what is added clashes with nothing but itself. */
const EMPTY_APP = { readRecords: () => Promise.resolve([]) };

/**
 * Looks for everything that a restore of all records would meet in an empty app with the archive's own form: values that the form does not take any more, as rules
 * were tightened after they were written, lookups without their records, people who are gone, files that are not there. Asks nobody, and reads the
 * records once; memory holds a piece of them, and the values of fields that must not repeat. Rejects with an `ArchiveError` when the archive
 * is damaged, and with the signal's reason.
 */
export async function rehearseApp(
  archived: ArchivedTarget,
  { lookedUp, people, signal, report }: RehearsalParts,
): Promise<RehearsedApp> {
  const { facts } = archived;
  const { records: ofRecords, attachments } = facts;
  const about = { app: facts, counts: { records: ofRecords, attachments }, records: 0, obstacles: [] };
  if (!facts.options.include.includes("records")) return { ...about, unchecked: [{ what: "records" }] };
  const forms = await ownForms(archived);
  if (!forms) return { ...about, unchecked: [{ what: "form" }] };

  const files = checkFiles(archived, forms, EVERYTHING_AS_IT_IS);
  const checks = [
    ...[
      checkRequired(forms, EVERYTHING_AS_IT_IS),
      checkUnique(forms, facts, EMPTY_APP),
      checkLimits(forms),
      checkOptions(forms),
    ],
    // Who manages an app may name the creator of a record that is added.
    ...(people ? [checkPeople(forms, true, people)] : []),
    ...[checkLookups(forms, facts, lookedUp), checkCategories(forms)],
  ];
  let records = 0;
  const isWritten = (code: string) => forms.fields.has(code);
  for await (const piece of archivedRecords(archived)) {
    signal.throwIfAborted();
    for (const { id, line } of piece) {
      const record = { id, wanted: recordIn(line), isWritten };
      for (const check of [files, ...checks]) check.see(record);
    }
    for (const check of checks) await check.ask?.();
    records += piece.length;
    report?.(records);
  }
  const settings = { readSetting: (_app: unknown, name: string) => archivedSetting(archived, name) };
  const consequences = await checkConsequences({ added: records, changed: 0 }, facts, settings);
  const found = [...checks.flatMap((check) => check.found()), ...files.found().obstacles, ...consequences];
  return {
    ...{ ...about, records },
    obstacles: gravestFirst(found.filter((obstacle) => obstacle.code !== "LOOKUP_NOT_READABLE")),
    unchecked: [...(people ? [] : [{ what: "people" } as const]), ...found.flatMap(lookupElsewhere)],
  };
}

/** The archive's form, as if the app still had it. */
async function ownForms(archived: ArchivedTarget): Promise<ComparedForms | undefined> {
  const fields = await archivedSetting(archived, "app/form/fields");
  if (fields === undefined) return undefined;
  const form = formOf(fields);
  const { excludedFields: excluded } = archived.facts.options;
  return {
    ...{ archived: form, present: form, matching: BY_ID, differences: [], isUnchanged: true, excluded },
    fields: comparableFields(form, form, excluded),
  };
}

/** The app that a lookup copies from is not in the archive. */
function lookupElsewhere(obstacle: Obstacle): Unchecked[] {
  if (obstacle.code !== "LOOKUP_NOT_READABLE") return [];
  const { field, label, table, app, records } = obstacle;
  const named = { field, label, ...(table !== undefined && { table }) };
  return [{ what: "lookup", field: named, app, records: records.count }];
}
