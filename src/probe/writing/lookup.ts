import { asAssumedIf, type Finding, toldOf } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

/** A lookup into the scratch app itself, by a field that may have a value twice. */
export async function ambiguousLookup(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { appId, change } = scratch;
  const lookup = {
    ...{ relatedApp: { app: appId }, relatedKeyField: "plain_text", fieldMappings: [] },
    ...{ lookupPickerFields: [], filterCond: "", sort: "" },
  };
  const ambiguous = { type: "SINGLE_LINE_TEXT", code: "ambiguous", label: "ambiguous", lookup };
  bodyOf(await change("POST", "app/form/fields", { properties: { ambiguous } }), "app/form/fields");
  const heard = await scratch.beginUpdate();
  if (heard.status !== 200) {
    await scratch.revert();
    return asAssumedIf(heard.code === "GAIA_LO03", `at the update: ${toldOf(heard)}`);
  }
  await scratch.endOfUpdate();
  for (const twice of [1, 2]) await scratch.added({ plain_text: { value: "twice" }, number: { value: String(twice) } });
  const written = await scratch.add({ ambiguous: { value: "twice" } });
  return asAssumedIf(false, `at the update: 200, when written: ${toldOf(written)}`);
}
