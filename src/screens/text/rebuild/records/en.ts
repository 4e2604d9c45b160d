import { quantitiesIn } from "../../quantities";
import type { NamedLookup, RecordsTexts } from "./messages";

const { number } = quantitiesIn("en");
const records = (count: number) => `${number(count)} ${count === 1 ? "record" : "records"}`;
const values = (count: number) => `${number(count)} ${count === 1 ? "value" : "values"}`;
const comments = (count: number) => `${number(count)} ${count === 1 ? "comment" : "comments"}`;
const lookup = ({ app, field, into }: NamedLookup) => `"${field}" of ${app}, which looks into ${into}`;
const but = (count: number, what: string) => (count > 0 ? `, ${number(count)} ${what}` : "");

export const recordsTexts: RecordsTexts = {
  step: {
    records: "Putting the records in",
    keys: "Putting in the keys of lookups that had to wait",
    status: "Putting back status and assignees",
    comments: "Writing comments",
  },
  lookup,
  heading: "Records:",
  of: (app, what) => `${app}: ${what}`,
  records: ({ added, refused, undecided }, notReached) =>
    `${records(added)} added${but(refused, "refused by kintone")}${but(undecided, "of which nobody can tell")}${but(notReached, "not reached")}`,
  keys: ({ refused, undecided, ...counts }, notReached) =>
    `keys of lookups put into ${records(counts["put-back"])}${but(refused, "refused by kintone")}${but(undecided, "of which nobody can tell")}${but(notReached, "not reached")}`,
  not: {
    records: (problem) => `Its records were not put in. ${problem}`,
    keys: (problem) => `Keys of its lookups were not put in. ${problem}`,
    status: (problem) => `Status and assignees were not put back. ${problem}`,
    comments: (problem) => `Not all comments were written. ${problem}`,
  },
  waitsFor: (app) => `It waits for the records of ${app}, which its lookups look into.`,
  without: (why) => `It has no records. ${why}`,
  statuses: (restored, notRestored) =>
    `${records(restored)} ${restored === 1 ? "has" : "have"} status and assignees again${but(notRestored, "do not")}`,
  processLost: (problem) =>
    `The process settings could not be put back and are those for the time of the restore. Set them by hand: App Settings > General Settings > Process Management. ${problem}`,
  comments: (restored, notRestored) => `comments written to ${records(restored)}${but(notRestored, "without theirs")}`,
  oldIds: (count) => `${values(count)} in records still lead to apps by their old ids`,
  lostKeys: (count) =>
    `${values(count)} of lookups named a record by its number that is not in the archive, and ${count === 1 ? "is" : "are"} empty now`,
  foreseen: {
    later: (one, count) =>
      `${records(count)} get the key of ${lookup(one)}, when all records are there: who changed them last, and when, is who restores, now.`,
    statuses: (count) =>
      `${records(count)} get their status and assignees back, so who changed them last, and when, is who restores, now. The app's process gives way for that time.`,
    comments: (written, notifications) =>
      `${comments(written)} would be written as yours, with their authors and times before them. That may send up to ${number(notifications)} notifications to the people who made and changed the records.`,
  },
};
