import { quantitiesIn } from "../quantities";
import type { DrillingTexts } from "./messages";

const { number } = quantitiesIn("en");
const count = (value: number, one: string) => `${number(value)} ${value === 1 ? one : `${one}s`}`;

export const drillingTexts: DrillingTexts = {
  offer: "Go on to a drill",
  introduction:
    "A drill restores records of the archive into a scratch app, reads them back, and compares them with the archive. The app itself is neither read nor changed.",
  apps: "Apps to drill",
  scope: {
    heading: "Records to drill",
    sample: "Some records",
    sampleNote:
      "Beside those chosen at random, the record that was changed last, the largest one, and those with the most table rows and the most attachments.",
    all: "All records",
    random: "How many are chosen at random",
    seed: "Seed (up to 100 plain letters, digits and signs)",
    seedNote: "The same archive and the same seed always give the same records.",
  },
  reason: "Reason (optional, written into the history)",
  lacking: {
    apps: "Choose the apps to drill.",
    random: "Enter a whole number from 1 to 1,000,000.",
    seed: "Enter a seed of plain letters, digits or signs.",
  },
  foresee: "See what it will do",
  back: "Back to the apps",
  foreseeing: "Finding out what the drill will do",
  foreseen: {
    heading: "When the drill is started, this is what it does. Nothing was changed yet.",
    makes: (name) => `It makes the scratch app "${name}".`,
    makesInGuestSpace: (name, spaceId) =>
      `It makes the scratch app "${name}" in the guest space of the app itself (ID ${spaceId}).`,
    usesAgain: (name, appId) => `It uses the scratch app of an earlier drill again: "${name}" (app ID ${appId}).`,
    deletes: (records) => `It deletes the ${count(records, "record")} left in the scratch app.`,
    closed: "Only who drills can see the scratch app. It notifies nobody.",
    restores: (expected, archived, files) =>
      `It restores ${number(expected)} of the archive's ${count(archived, "record")}, with ${count(files, "attachment")}, into the scratch app, reads them back, and compares them.`,
    afterwards:
      "If the drill passes, the records in the scratch app are deleted. If not, they stay until the next drill, for somebody to look at. No record of the app itself is ever deleted.",
    requests: (requests) => `API requests of the scratch app: about ${number(requests)}`,
    ofDay: (requests, left, perDay) =>
      `API requests of the scratch app: about ${number(requests)} (${number(left)} left today, of ${number(perDay)} a day)`,
    over: "That is more than is left today. Drill fewer records, or drill another day. kintone's day begins at midnight UTC.",
    goOver: "Drill all the same, beyond the requests of the day",
    takes: (duration) => `It will take roughly: ${duration}`,
    nothing: "There is no app that can be drilled.",
  },
  change: "Change",
  start: "Start the drill",
  ofApps: (at, of, app) => `App ${number(at)} of ${number(of)}: ${app}`,
  progress: "How far the drill is",
  note: "Keep this page open until it is done. If it is closed before, the history says that the drill was broken off.",
  failed: "The drill could not begin",
  notReached: (app) => `${app}: not drilled.`,
  openScratch: "Open the scratch app",
  openRecord: "Open the record of this drill",
  action: {
    heading: "Corrective action",
    asked:
      'It is not proven that this can be restored. Write down why, and what is done about it. It is saved as "Corrective action" in the record of the drill.',
    save: "Save the corrective action",
    saving: "Saving...",
    saved: "Saved in the record of the drill.",
  },
};
