import { asAssumedIf, type Finding, toldOf } from "../finding";
import { FORM } from "./form";
import { bodyOf, type ScratchApp } from "./scratch-app";

const FIELDS = "app/form/fields";

export async function renamesInFormulas(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { change, settings } = scratch;
  const doubled = { type: "CALC", code: "doubled", label: "doubled", expression: "number * 2" };
  bodyOf(await change("POST", FIELDS, { properties: { doubled } }), FIELDS);
  const heard = await change("PUT", FIELDS, { properties: { number: { type: "NUMBER", code: "renamed" } } });
  const { properties } = (await settings(FIELDS)) as { properties: Record<string, { expression?: string }> };
  await scratch.revert();
  const expression = properties.doubled?.expression ?? "–";
  return asAssumedIf(heard.status === 200 && expression.includes("number"), `${toldOf(heard)}, ${expression}`);
}

export async function fieldIntoLiveTable(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { type, code } = FORM.table;
  const fields = { cell_c: { type: "SINGLE_LINE_TEXT", code: "cell_c", label: "cell_c" } };
  const heard = await scratch.change("PUT", FIELDS, { properties: { table: { type, code, fields } } });
  await scratch.revert();
  return asAssumedIf(heard.status === 200, toldOf(heard));
}
