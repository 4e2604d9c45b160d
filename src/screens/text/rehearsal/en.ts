import { quantitiesIn } from "../quantities";
import { count } from "../settings/english-count";
import type { RehearsalTexts } from "./messages";

const { number } = quantitiesIn("en");

export const rehearsalTexts: RehearsalTexts = {
  offer: "Rehearse a restore",
  introduction:
    "Checks the records against the forms, files, lookups and people of the archive itself: what putting them into empty apps would meet. kintone is not asked, and nothing is changed.",
  rehearsing: (appName) => `Rehearsing "${appName}"`,
  verdict: {
    nothing: "Nothing stands in the way: by its own forms, all of the archive could be put into empty apps.",
    asks: "Something would have to be decided before all of the archive could be put into empty apps.",
    unable: "Not every app of the archive could be rehearsed.",
  },
  looked: (records, attachments) => `${count(records, "record")} and ${count(attachments, "attachment")} looked at`,
  nothingInTheWay: "Nothing stands in the way.",
  lacking: {
    records: (lacking) =>
      `${count(lacking, "record")} could not be read at backup and ${lacking === 1 ? "is" : "are"} not in the archive.`,
    attachments: (lacking) =>
      `${count(lacking, "attachment")} could not be read at backup and ${lacking === 1 ? "is" : "are"} not in the archive.`,
  },
  unchecked: {
    form: () =>
      "The archive does not have the form of this app, so that nothing can be said of its records. Back up its settings, too.",
    records: () => "The archive does not have the records of this app (left out on purpose).",
    people: () =>
      "Whether users, organizations and groups exist was not checked: the archive does not have those of the domain. Back them up, too, to know.",
    lookup: ({ field, app, records }) =>
      `What "${field.label}" is filled from was not checked: app ${app} is not in the archive with its records (${number(records)} ${records === 1 ? "record names" : "records name"} one of it).`,
  },
};
