import type { RestoreChoices } from "../../restore/plan/restore-choices";

/** What people have chosen on the screen so far. */
export interface RestoreDraft {
  /** The records that were ticked, or all that differ. */
  scope: "all" | "ticked";
  addMissing: boolean;
  putBack: boolean;
  /** Only these fields are put back; all when absent. */
  fields?: readonly string[];
  remove: boolean;
  /** Beside those that were there when the archive was made, those that were added since. */
  newer: boolean;
  reason: string;
}

/** Who ticked records wants them back; who ticked none has to say what is wanted. */
export function draftFor(ticked: ReadonlySet<string>): RestoreDraft {
  const isTicked = ticked.size > 0;
  return {
    ...{ scope: isTicked ? "ticked" : "all", addMissing: isTicked, putBack: isTicked },
    ...{ remove: false, newer: false, reason: "" },
  };
}

/** As a restore takes it; what there is to decide beside that comes from `nothing`. */
export function choicesOf(
  draft: RestoreDraft,
  ticked: ReadonlySet<string>,
  nothing: Omit<RestoreChoices, "addMissing" | "putBack">,
): RestoreChoices {
  const { scope, addMissing, putBack, fields, remove, newer } = draft;
  return {
    ...{ ...nothing, addMissing, putBack },
    ...(remove && { remove: newer ? "surplus-and-newer" : "surplus" }),
    ...selectionOf(scope, ticked),
    ...(fields && { fields }),
  };
}

export function selectionOf(
  scope: RestoreDraft["scope"],
  ticked: ReadonlySet<string>,
): Pick<RestoreChoices, "selection"> {
  return scope === "ticked" ? { selection: { ids: [...ticked] } } : {};
}
