import type { AcceptanceMessages } from "./messages";

export const acceptanceTexts: AcceptanceMessages = {
  title: "Accepted gaps",
  hint: "What is missing every time, because whoever runs the backup may not read it. A run in which nothing else is missing is a success then, and names what was accepted, and why, every time. Other gaps, or more of the same, make it incomplete as before. It is better to let an administrator of the app run the backup.",
  setting: (name) => `Setting: ${name}`,
  field: (code) => `Field ${code}`,
  hiddenRecords: {
    rules: "Records that the present record permissions may hide",
    unknown: "Records that record permissions may hide which cannot be seen",
  },
  given: ({ reason, by, at }) => `Accepted (${by}, ${at.slice(0, 10)}: ${reason})`,
  takeBack: "Take back",
  takeBackOf: (gap) => `Take back: ${gap}`,
  offered: "Missing in the last run",
  reason: "Why it may be missing",
  accept: "Accept what is ticked",
  offer: (app) => `Accept what will always be missing of ${app}`,
  offerHint:
    "It is better to let an administrator of the app run the backup. What is accepted here is told every time, and makes no run incomplete from the next one on.",
  askManager:
    "If this will always be missing for whoever runs the backup: let an administrator of the app run it, or ask somebody who manages this app to accept it, with a reason.",
  nothingOpen:
    "Nothing that this run was missing is left to accept: it has been accepted, a later run was not missing it, or its app is no enabled target any more.",
  missing: (app, gaps) => `${app}: ${gaps.join(", ")}`,
  accepted: (gaps) => `Accepted: ${gaps.join(", ")}. It holds from the next run on.`,
  changed: "Somebody else changed this target meanwhile, so nothing was accepted. Try again.",
  gone: "This target is not enabled any more, so nothing was accepted.",
  failed: (problem) => `Nothing was accepted. ${problem}`,
};
