import type { FormFields } from "../../../archive/records/kintone-app";
import type { RestoreAsked } from "../../../command/host";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../restore/plan/restore-choices";

/** What a command line says about a restore, as choices. Without a mode it is everything but deletions: what could be put back. */
export function choicesOf(asked: RestoreAsked, form: FormFields): RestoreChoices {
  const { mode = { addMissing: true, putBack: true }, selection, fields, bytes, confirmed } = asked;
  const { remove } = mode;
  return {
    ...NOTHING_DECIDED,
    ...{ addMissing: mode.addMissing, putBack: mode.putBack },
    ...(remove && { remove: remove.newer ? "surplus-and-newer" : "surplus" }),
    ...(Object.keys(selection).length > 0 && { selection }),
    ...(fields && { fields: fields === "attachments" ? fieldsWithFiles(form) : fields }),
    ...(bytes && { bytes: true }),
    confirmed: {
      ...(confirmed.includes("unknown-archive") && { archiveNotTold: true }),
      ...(confirmed.includes("large") && { large: true }),
      ...(confirmed.includes("requests") && { overBudget: true }),
      ...(remove?.expected && { removals: remove.expected }),
    },
  };
}

/** A table is put back as a whole, whatever else is in it. */
function fieldsWithFiles({ properties }: FormFields): string[] {
  const isFile = ({ type }: { type: string }) => type === "FILE";
  return Object.values(properties)
    .filter((field) => isFile(field) || Object.values(field.fields ?? {}).some(isFile))
    .map(({ code }) => code);
}
