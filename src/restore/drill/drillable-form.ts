import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { FormFields } from "../../archive/records/kintone-app";
import { formOf } from "../../domain/settings/form";

/** The form that an archive's records were made with; `undefined` where it has none, or no records: then nothing can be drilled. Rejects as `archivedSetting` does. */
export async function drillableForm(archived: ArchivedTarget): Promise<FormFields | undefined> {
  if (!archived.facts.options.include.includes("records")) return undefined;
  const fields = await archivedSetting(archived, "app/form/fields");
  return fields === undefined ? undefined : formOf(fields);
}
