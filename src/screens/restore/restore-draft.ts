import type { NOTHING_DECIDED, RecordSelection, RestoreChoices } from "../../restore/plan/restore-choices";
import type { ComparedApp } from "./restore-desk";

/** What people have chosen on the screen so far. */
export interface RestoreDraft {
  /** The records that were ticked, or all that differ. */
  scope: "all" | "ticked";
  /** Which of these records. */
  meeting: Omit<RecordSelection, "ids">;
  addMissing: boolean;
  putBack: boolean;
  /** Only these fields are put back; all when absent. */
  fields?: readonly string[];
  /** Only fields with files are put back, and files are compared by their contents. */
  attachmentsOnly: boolean;
  /** Files are compared by their contents in any case. */
  bytes: boolean;
  remove: boolean;
  /** Beside those that were there when the archive was made, those that were added since. */
  newer: boolean;
  reason: string;
}

/** Who ticked records wants them back; who ticked none has to say what is wanted. */
export function draftFor(ticked: ReadonlySet<string>, { bytes }: Pick<ComparedApp, "bytes">): RestoreDraft {
  const isTicked = ticked.size > 0;
  return {
    ...{ scope: isTicked ? "ticked" : "all", meeting: {}, addMissing: isTicked, putBack: isTicked },
    ...{ attachmentsOnly: false, bytes: bytes === true, remove: false, newer: false, reason: "" },
  };
}

/** Whether there is anything that a restore could write. */
export function hasWork({ comparison }: Pick<ComparedApp, "comparison">): boolean {
  const { missing, differs, surplus, newer } = comparison?.counts ?? { missing: 0, differs: 0, surplus: 0, newer: 0 };
  return missing + differs + surplus + newer > 0;
}

/** As a restore takes it; what there is to decide beside that comes from `nothing`. */
export function choicesOf(
  draft: RestoreDraft,
  ticked: ReadonlySet<string>,
  compared: Pick<ComparedApp, "attachmentFields">,
  nothing: typeof NOTHING_DECIDED,
): RestoreChoices {
  const { addMissing, putBack, attachmentsOnly, bytes, remove, newer } = draft;
  return {
    ...{ ...nothing, addMissing, putBack },
    ...(remove && { remove: newer ? "surplus-and-newer" : "surplus" }),
    ...chosenOf(draft, ticked, compared),
    ...((bytes || attachmentsOnly) && { bytes: true }),
  };
}

/** Which records, and which of their fields. */
export function chosenOf(
  { scope, meeting, fields, attachmentsOnly }: Pick<RestoreDraft, "scope" | "meeting" | "fields" | "attachmentsOnly">,
  ticked: ReadonlySet<string>,
  { attachmentFields = [] }: Pick<ComparedApp, "attachmentFields">,
): Pick<RestoreChoices, "selection" | "fields"> {
  const selection = { ...meeting, ...(scope === "ticked" && { ids: [...ticked] }) };
  const written = attachmentsOnly ? attachmentFields : fields;
  return { ...(Object.keys(selection).length > 0 && { selection }), ...(written && { fields: written }) };
}
