import type { RestoreAsked } from "../../../command/host";
import type { ComparedForms } from "../../../restore/compare/compared-forms";
import { attachmentFields } from "../../../restore/plan/chosen-forms";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../restore/plan/restore-choices";

/** What a command line says about a restore, as choices. Without a mode it is everything but deletions: what could be put back. */
export function choicesOf(asked: RestoreAsked, forms: ComparedForms): RestoreChoices {
  const { mode = { addMissing: true, putBack: true }, selection, fields, bytes, confirmed } = asked;
  const { remove } = mode;
  return {
    ...NOTHING_DECIDED,
    ...{ addMissing: mode.addMissing, putBack: mode.putBack },
    ...(remove && { remove: remove.newer ? "surplus-and-newer" : "surplus" }),
    ...(Object.keys(selection).length > 0 && { selection }),
    ...(fields && { fields: fields === "attachments" ? attachmentFields(forms) : fields }),
    ...(bytes && { bytes: true }),
    confirmed: {
      ...(confirmed.includes("unknown-archive") && { archiveNotTold: true }),
      ...(confirmed.includes("untold-restores") && { untold: true }),
      ...(confirmed.includes("large") && { large: true }),
      ...(confirmed.includes("requests") && { overBudget: true }),
      ...(remove?.expected && { removals: remove.expected }),
    },
  };
}
