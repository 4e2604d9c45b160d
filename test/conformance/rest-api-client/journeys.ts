import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { journeyThroughPlugins, journeyThroughSpace } from "./domain";
import { journeyThroughForm } from "./form";
import { watched } from "./journey";
import type { Answers, Stage } from "./journey";
import { journeyThroughRecords } from "./records";
import { journeyThroughSettings } from "./settings";

export interface Account {
  form: Answers;
  settings: Answers;
  records: Answers;
  plugins: Answers;
  space: Answers;
  /** As `app.getViews`. */
  called: string[];
}

type Options = ConstructorParameters<typeof KintoneRestAPIClient>[0];

/** Uses the client from one end to the other. Runs in Node and in a page, where `options` are left out. */
export async function travel(stage: Stage, options?: Options): Promise<Account> {
  const called = new Set<string>();
  const client = watched(new KintoneRestAPIClient(options), called);
  const { app, answers: form } = await journeyThroughForm(client, stage.spaceId);
  const settings = await journeyThroughSettings(client, app);
  const records = await journeyThroughRecords(client, app, stage);
  const plugins = await journeyThroughPlugins(client, app, stage);
  const space = await journeyThroughSpace(client, app, stage);
  return { form, settings, records, plugins, space, called: [...called] };
}

// In a page there is no module to import from.
Object.assign(globalThis, { travel });
