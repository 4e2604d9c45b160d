import type { AcceptanceMessages } from "./messages";

export const acceptanceTexts: AcceptanceMessages = {
  setting: (name) => `Setting: ${name}`,
  field: (code) => `Field ${code}`,
  hiddenRecords: {
    rules: "Records that the present record permissions may hide",
    unknown: "Records that record permissions may hide which cannot be seen",
  },
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
