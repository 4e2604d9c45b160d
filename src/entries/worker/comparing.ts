import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { type BackupError, endsTheRun } from "../../domain/errors";
import type { AppRef } from "../../domain/target";
import { toRestoreError } from "../../restore/archive-problem";
import { compareForms, type ComparedForms } from "../../restore/compare/compared-forms";
import type { Comparison, NotComparable, RecordFinding } from "../../restore/compare/comparison";
import type { Matching } from "../../restore/compare/matching";
import { tellingValues } from "../../restore/compare/telling-values";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import { planRestore } from "../../restore/plan-restore";
import { type FoundRecord, foundRecord, tellOfMissing } from "../../screens/restore/found-records";
import type { RestorerMessages } from "../../screens/text/restore/language";
import type { RestoreAccess } from "../wiring/restoring";

/** Of so many missing records it is told what they were; more are not looked at one by one. */
const MOST_TOLD = 20_000;

/** What a comparison left: what a screen shows of it, and what a plan is made of. */
export interface Compared {
  /** By which it was made. */
  choices: RestoreChoices;
  shown: FoundRecord[];
  findings: RecordFinding[];
  forms: ComparedForms;
  comparison: Comparison;
}

/** Into which app something is put back, and how its records are known. */
export interface Target {
  app: AppRef;
  matching: Matching;
}

/** Compares an app of the archive with kintone, as people decided. Rejects with what ends it; what only this app stands for is an answer. */
export async function compareByChoices(
  archived: ArchivedTarget,
  { app, matching }: Target,
  choices: RestoreChoices,
  messages: RestorerMessages,
  access: RestoreAccess,
  report: (progress: { done: number; total: number }) => void,
): Promise<Compared | NotComparable | BackupError> {
  const { appId } = archived.facts;
  try {
    const forms = await compareForms(archived, app, access.source, matching);
    if ("reason" in forms) return forms;
    const putBack = await access.restores.putBack({ archivedAppId: appId, app });
    const [shown, findings]: [FoundRecord[], RecordFinding[]] = [[], []];
    // Which records are meant is found out when something is planned.
    const { selection: _some, ...ofAll } = choices;
    const { comparison } = await planRestore(
      { archived, app, forms, putBack, choices: ofAll },
      {
        ...{ ...access, report },
        found(finding) {
          shown.push(foundRecord(messages, finding));
          findings.push(withoutValues(finding));
        },
      },
    );
    await tellMissing(messages, archived, shown);
    return { choices, shown, findings, forms, comparison };
  } catch (thrown) {
    const error = toRestoreError(thrown);
    if (endsTheRun(error)) throw error;
    return error.with({ app: app.appId });
  }
}

/** A plan is made of ids, revisions and fields; values could fill the memory. */
function withoutValues(finding: RecordFinding): RecordFinding {
  if (finding.kind !== "differs" && finding.kind !== "explained") return finding;
  const fields = finding.fields.map((field) => ({ ...field, archived: undefined, present: undefined }));
  return { ...finding, changed: {}, fields };
}

async function tellMissing(messages: RestorerMessages, archived: ArchivedTarget, shown: readonly FoundRecord[]) {
  const missing = shown.filter(({ kind }) => kind === "missing").slice(0, MOST_TOLD);
  const byId = new Map(missing.map((record) => [record.id, record]));
  for await (const { id, values } of tellingValues(archived, new Set(byId.keys()))) {
    const record = byId.get(id);
    if (record) tellOfMissing(messages, record, values);
  }
}
