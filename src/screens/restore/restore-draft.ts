import type { NOTHING_DECIDED, RecordSelection, RestoreChoices } from "../../restore/plan/restore-choices";
import type { Chosen, Way } from "../../restore/preflight/way";
import type { ComparedApp } from "./restore-desk";

/** What people have chosen on the screen so far. */
export interface RestoreDraft {
  /** The records that were ticked, or all that differ; absent while somebody has to say which. */
  scope?: "all" | "ticked";
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

/** What somebody decided about something that stood in the way. */
export interface Decision {
  way: Way;
  chosen?: Chosen;
}

/** Which records are looked at: how many are ticked, and whether a search shows a part of them only. */
export interface LookedAt {
  ticked: number;
  isNarrowed: boolean;
}

/**
 * Who ticked records wants them back; who ticked none has to say what is wanted. Who looked for some, and ticked none, may mean those or all: that
 * is asked, as nobody who looked for one record wants five thousand.
 */
export function draftFor({ ticked, isNarrowed }: LookedAt, { bytes }: Pick<ComparedApp, "bytes">): RestoreDraft {
  const isTicked = ticked > 0;
  return {
    ...((isTicked || !isNarrowed) && { scope: isTicked ? "ticked" : "all" }),
    ...{ meeting: {}, addMissing: isTicked, putBack: isTicked },
    ...{ attachmentsOnly: false, bytes: bytes === true, remove: false, newer: false, reason: "" },
  };
}

/** The same with other records, when somebody comes back after another look at them. */
export function draftAgain(draft: RestoreDraft, at: LookedAt): RestoreDraft {
  const { scope: _before, ...rest } = draft;
  const { scope } = draftFor(at, draft.bytes ? { bytes: true } : {});
  return { ...rest, ...(scope && { scope }) };
}

/** As a restore takes it; what there is to decide beside that comes from `nothing`. */
export function choicesOf(
  draft: RestoreDraft,
  compared: Pick<ComparedApp, "attachmentFields">,
  nothing: typeof NOTHING_DECIDED,
): RestoreChoices {
  const { addMissing, putBack, attachmentsOnly, bytes, remove, newer } = draft;
  return {
    ...{ ...nothing, addMissing, putBack },
    ...(remove && { remove: newer ? "surplus-and-newer" : "surplus" }),
    ...chosenOf(draft, compared),
    ...((bytes || attachmentsOnly) && { bytes: true }),
  };
}

/** Which records, but for those that are ticked, and which of their fields. */
export function chosenOf(
  { meeting, fields, attachmentsOnly }: Pick<RestoreDraft, "meeting" | "fields" | "attachmentsOnly">,
  { attachmentFields = [] }: Pick<ComparedApp, "attachmentFields">,
): Pick<RestoreChoices, "selection" | "fields"> {
  const written = attachmentsOnly ? attachmentFields : fields;
  return {
    ...(Object.keys(meeting).length > 0 && { selection: meeting }),
    ...(written && { fields: written }),
  };
}
