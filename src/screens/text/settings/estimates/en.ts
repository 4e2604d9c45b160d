import { quantitiesIn } from "../../quantities";
import { count } from "../english-count";
import type { EstimatesMessages } from "./messages";

const quantities = quantitiesIn("en");
const { number } = quantities;

export const estimates: EstimatesMessages = {
  locale: "en",
  quantities,
  title: "What a run will take",
  introduction:
    "For each target: about how many records, attachments, API requests, how much time, and how large the zip. It takes up to five requests for each target.",
  button: (targets) => `Estimate ${count(targets, "target")}`,
  cancel: "Stop",
  progress: (done, of) => `Estimating… ${number(done)} of ${number(of)}`,
  done: "The estimate is complete.",
  cancelled: "The estimate was stopped.",
  above: (targets, budget) =>
    `${targets === 1 ? "1 target takes" : `${number(targets)} targets take`} more API requests in one run than the ${number(budget)} that backups may make of an app in a day. The backup button then asks what to do. Leave comments out, or narrow the records down with a condition, to need fewer.`,
  table: "Estimate for each target",
  head: {
    app: "App",
    records: "Records",
    attachments: "Attachments",
    size: "Data",
    archive: "Zip size",
    requests: "API requests",
    time: "Time",
  },
  about: (amount) => `about ${amount}`,
  share: {
    of: (share) => `${share} of a day's requests`,
    note: (budget) =>
      `A day's requests are the API requests that backups may make of an app in a day: ${number(budget)} by the present settings.`,
  },
  basedOn: (basis) => `From ${basis}`,
  sum: (targets, of) => (targets === of ? "All" : `${number(targets)} of ${number(of)}`),
  waiting: "Waiting",
  reading: "Estimating…",
  basis: {
    run: (moment) => `the run of ${moment}`,
    all: "all its records",
    some: (records) => `a sample of ${count(records, "record")}`,
    settings: "no records, settings only",
  },
  notes: [
    "Data is before compression, with attachments. Further requests for records with more than ten comments, and files of customization, are not in it.",
    "The time is that of the last successful run, or worked out from how fast kintone answered just now. Load and network change it.",
  ],
};
