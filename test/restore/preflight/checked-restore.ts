import type { AppRef } from "../../../src/domain/target";
import type { Matching } from "../../../src/restore/compare/matching";
import type { QueryContext } from "../../../src/query/context";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createRestRecordRights } from "../../../src/kintone/reading/rest-record-rights";
import { compareApp } from "../../../src/restore/compare/compare-app";
import { compareForms } from "../../../src/restore/compare/compared-forms";
import { chosenForms } from "../../../src/restore/plan/chosen-forms";
import { chosenRecords } from "../../../src/restore/plan/chosen-records";
import { createRenaming } from "../../../src/restore/plan/renaming";
import type { RestoreChoices } from "../../../src/restore/plan/restore-choices";
import { createPlanning } from "../../../src/restore/plan/restore-plan";
import { createWantedRecords } from "../../../src/restore/plan/wanted-record";
import { checkRestore, type PreflightParts } from "../../../src/restore/preflight/check-restore";
import type { Obstacle } from "../../../src/restore/preflight/obstacle";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { RestorableKintone } from "../archived-app";
import { EVERYTHING } from "../write/restore";

export interface Checked {
  choices?: Partial<RestoreChoices>;
  userCode?: string;
  parts?: Partial<PreflightParts>;
  /** Another app, and how records are known there. */
  into?: { app: AppRef; matching: Matching };
  /** After the plan was made. */
  planned?: () => void | Promise<void>;
}

const asking: QueryContext = { now: new Date("2026-11-30T00:00:00Z"), timeZone: "Asia/Tokyo" };

/** Compares, plans, and looks at what stands in the way, as a user. */
export async function checkedRestore(
  kintone: RestorableKintone,
  archived: ArchivedTarget,
  { choices: changes = {}, userCode, parts = {}, planned, into }: Checked = {},
) {
  const choices = { ...EVERYTHING, ...changes };
  const { source, reading, sent } = kintone.access(userCode);
  const app = into?.app ?? { appId: archived.facts.appId };
  const forms = await compareForms(archived, app, source, into?.matching);
  if ("reason" in forms) throw new Error(forms.reason);
  const { signal } = new AbortController();
  const { ids, problems } = await chosenRecords(archived, forms.archived, choices.selection, asking);
  const planning = createPlanning(choices, ids);
  const comparison = await compareApp(
    {
      ...{ archived, app, forms: chosenForms(forms, choices) },
      wanted: createWantedRecords(choices, forms.present).compared,
      attachmentsOf: createRenaming(choices.renamed).attachmentsOf,
    },
    { source, signal, requestsAllowed: () => 4, report: () => undefined, found: planning.take },
  );
  await planned?.();
  const [plan, archive] = [planning.plan(), { runId: "run", digest: "ab" }];
  sent.length = 0;
  const obstacles = await checkRestore(
    { ...{ archived, archive, app, appName: "検査", forms, choices, plan, comparison, asking } },
    {
      ...{ source, signal, directory: createRestDirectory(reading), rights: createRestRecordRights(reading) },
      restores: { isTold: async () => true, untold: async () => [] },
      ...parts,
    },
  );
  return { obstacles, plan, problems, choices, sent: [...sent] };
}

export function obstacle<Code extends Obstacle["code"]>(
  obstacles: readonly Obstacle[],
  code: Code,
): (Obstacle & { code: Code }) | undefined {
  return obstacles.find((each): each is Obstacle & { code: Code } => each.code === code);
}
