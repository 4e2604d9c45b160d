import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { FormLayout, LayoutRow } from "../../src/archive/kintone-app";
import { formFields } from "../../src/history/app-definition/fields";
import type { Labels } from "../../src/history/app-definition/labels";
import { formLayout } from "../../src/history/app-definition/layout";

type AddedFields = Parameters<KintoneRestAPIClient["app"]["addFormFields"]>[0]["properties"];
type NewLayout = Parameters<KintoneRestAPIClient["app"]["updateFormLayout"]>[0]["layout"];

/**
 * Adds the fields that the app lacks and puts them in their places. Fields that people added stay, below ours; a form
 * that lacks nothing keeps the layout that people gave it.
 *
 * @returns what was changed
 * @throws when a field has a code of ours and another type
 */
export async function completeForm(client: KintoneRestAPIClient, app: string, labels: Labels): Promise<string[]> {
  const wanted = formFields(labels);
  const { properties } = await client.app.getFormFields({ app, preview: true });
  const wrong = Object.values(wanted).filter(({ code, type }) => properties[code] && properties[code].type !== type);
  if (wrong.length > 0) {
    const list = wrong.map(({ code, type }) => `${code} (${properties[code]?.type}, not ${type})`).join(", ");
    throw new Error(`App ${app} has fields with our codes and other types: ${list}`);
  }

  const missing = Object.entries(wanted).filter(([code]) => !(code in properties));
  if (missing.length === 0) return [];
  await client.app.addFormFields({ app, properties: Object.fromEntries(missing) as AddedFields });
  const { layout } = (await client.app.getFormLayout({ app, preview: true })) as unknown as FormLayout;
  const others = without(layout, new Set(Object.keys(wanted)));
  await client.app.updateFormLayout({ app, layout: [...formLayout, ...others] as NewLayout });
  return [...missing.map(([code]) => `field ${code}`), "layout"];
}

/** The rows without our fields, groups and tables; rows that were nothing else are gone. */
function without(rows: readonly LayoutRow[], codes: ReadonlySet<string>): LayoutRow[] {
  const isOurs = ({ code }: { code?: string }) => code !== undefined && codes.has(code);
  return rows
    .filter((row) => !isOurs(row))
    .map((row) => {
      if (row.layout) return { ...row, layout: without(row.layout, codes) };
      return row.type === "ROW" ? { ...row, fields: (row.fields ?? []).filter((field) => !isOurs(field)) } : row;
    })
    .filter((row) => row.type !== "ROW" || row.fields?.length !== 0);
}
