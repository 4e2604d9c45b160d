import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

const maxContent = 10_000;

export const adminNotes: Endpoint[] = [
  ...settingsReader("app/adminNotes.json", (settings) => settings.adminNotes, ["manage"]),

  settingsWriter("PUT", "app/adminNotes.json", (app, { parameters }) => {
    const before = app.preview.adminNotes;
    const content = parameters.optionalText("content") ?? before.content;
    if ([...content].length > maxContent) throw invalidParameter("content", sentences.shorterThan(maxContent + 1));
    const includeInTemplateAndDuplicates = parameters.has("includeInTemplateAndDuplicates")
      ? parameters.flag("includeInTemplateAndDuplicates")
      : before.includeInTemplateAndDuplicates;
    return { adminNotes: { content, includeInTemplateAndDuplicates } };
  }),
];
