import type { QueryContext } from "../../query/context";
import type { RecordFinding } from "../../restore/compare/comparison";
import { chosenRecords } from "../../restore/plan/chosen-records";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { AtHand, ComparedAtHand } from "./at-hand";
import type { RestoreVisit } from "./restore-visit";

type Selection = RestoreChoices["selection"];

/** With those that are ticked, but for records of the app alone that stay: the archive would be asked for them. */
export function selectionOf(
  { compared, ticked }: Pick<AtHand, "compared" | "ticked">,
  { selection, remove }: Pick<RestoreChoices, "selection" | "remove">,
  onlyTicked: boolean,
): Selection {
  if (!onlyTicked) return selection;
  const stays = ({ kind }: RecordFinding) =>
    kind === "newer" ? remove !== "surplus-and-newer" : kind === "surplus" && !remove;
  const staying = new Set(compared?.findings.filter(stays).map(({ id }) => id));
  return { ...selection, ids: [...ticked].filter((id) => !staying.has(id)) };
}

/** None, where it cannot be told which records are meant. */
export async function recordsBy(
  { archived, forms }: Pick<ComparedAtHand, "archived" | "forms">,
  selection: Selection,
  asking: QueryContext,
) {
  const { ids, problems } = await chosenRecords(archived, forms.archived, selection, asking);
  return { ids: problems.length > 0 ? new Set<string>() : ids, problems };
}

/** What a condition means now, for whoever looks. */
export function askedNow({ settings, operator }: RestoreVisit): QueryContext {
  return { now: new Date(), timeZone: settings.timeZone, loginUser: operator.code };
}
