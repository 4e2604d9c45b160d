import type { TargetChangeMessages } from "./messages";

export const targetChangeTexts: TargetChangeMessages = {
  added: (app) => `A target was added: ${app}`,
  changed: (app) => `A target was changed: ${app}`,
  removed: (app) => `A target was told to be deleted: ${app}`,
  app: (name, id) => (name ? `${name} (app ${id})` : `app ${id}`),
  difference: (field, before, after) => `${field}: ${before} → ${after}`,
  nothing: "(nothing)",
  separator: ", ",
  notRecorded: {
    title: "The change of the target could not be recorded",
    saved: (problem) =>
      `The change itself is saved. The change history of the record shows what it was. Why it was not recorded: ${problem}`,
    removed: (problem) =>
      `The change history of a record goes with it. If auditors will ask, note elsewhere which target was deleted, and why. Why it was not recorded: ${problem}`,
  },
};
