import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { Restores } from "../../domain/restores";
import type { ComparedForms } from "../compare/compared-forms";
import type { Comparison } from "../compare/comparison";
import type { Confirmed, RestoreChoices } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import { whyNotExact } from "../plan/why-not-exact";
import { MOST_EXAMPLES, type Obstacle } from "./obstacle";

interface Confirming {
  archived: ArchivedTarget;
  archive: { runId: string; digest: string };
  /** As it is called now. */
  appName: string;
  forms: Pick<ComparedForms, "matching">;
  choices: RestoreChoices;
  plan: RestorePlan;
  comparison: Pick<Comparison, "counts">;
}

/**
 * What only counts when somebody confirmed it: an archive that the history does not know, deletions, and a restore that changes more than half of the app. What
 * was confirmed is told all the same.
 */
export async function checkConfirmations(order: Confirming, isTold: Restores["isTold"]): Promise<Obstacle[]> {
  return [...(await archiveNotTold(order, isTold)), ...notExact(order), ...removals(order), ...large(order)];
}

const confirming = (
  what: "archiveNotTold" | "large",
  { [what]: isConfirmed }: Confirmed,
): Pick<Obstacle, "weight" | "ways"> =>
  isConfirmed ? { weight: "told", ways: [] } : { weight: "asks", ways: [{ way: "confirm", what }] };

async function archiveNotTold({ archive, choices }: Confirming, isTold: Restores["isTold"]): Promise<Obstacle[]> {
  const told = await isTold(archive).catch(toBackupError);
  if (told === true) return [];
  const error: BackupError | undefined = told === false ? undefined : told;
  if (error && endsTheRun(error)) throw error;
  return [{ code: "ARCHIVE_NOT_TOLD", ...(error && { error }), ...confirming("archiveNotTold", choices.confirmed) }];
}

function notExact({ archived, choices, forms }: Confirming): Obstacle[] {
  const why = choices.remove && whyNotExact(archived.facts, forms.matching);
  return why ? [{ code: "NOT_EXACT", weight: "stops", why, ways: [{ way: "leave-mode", mode: "remove" }] }] : [];
}

/** Another number than was confirmed was not confirmed. */
function removals({ archived, appName, choices, plan }: Confirming): Obstacle[] {
  const records = plan.remove.length;
  if (records === 0) return [];
  const lastId = Number(archived.facts.lastId ?? 0);
  const newer = plan.remove.filter(({ id }) => Number(id) > lastId).length;
  const { removals: confirmed } = choices.confirmed;
  const isConfirmed = confirmed?.appName === appName && confirmed.records === records;
  return [
    {
      ...{ code: "REMOVALS", appName, records, newer, ...(confirmed && { confirmed }) },
      weight: isConfirmed ? "told" : "asks",
      ways: isConfirmed
        ? []
        : [
            { way: "confirm-removals", appName, records },
            { way: "leave-mode", mode: "remove" },
          ],
    },
  ];
}

/** So few that people see every one of them need no second question. */
function large({ choices, plan, comparison }: Confirming): Obstacle[] {
  const touched = plan.putBack.length + plan.remove.length;
  const { present } = comparison.counts;
  if (touched <= MOST_EXAMPLES || touched * 2 <= present) return [];
  return [{ code: "LARGE", touched, present, ...confirming("large", choices.confirmed) }];
}
