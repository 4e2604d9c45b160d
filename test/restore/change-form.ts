import type { App } from "../emulator/domain/app";
import { completeProperty } from "../emulator/field-types/definition";
import { systemTypes } from "../emulator/domain/form";

type Properties = App["preview"]["properties"];

/** What of a field is of interest; kintone knows what else it has. */
type SomeFields = Record<string, { type: string; code: string } & object>;

/** The form of an app becomes another one. */
export function changeForm(app: App, change: (properties: Properties) => SomeFields): void {
  const changed = Object.entries(change(app.preview.properties)) as Array<[string, Properties[string]]>;
  const complete = changed.map(([code, property]) => [
    code,
    systemTypes.has(property.type) ? property : completeProperty(property, code),
  ]);
  app.change({ properties: Object.fromEntries(complete) as Properties });
  app.deploy("admin");
}
