import type { DrillCommandTexts } from "./messages";

export const drillCommandTexts: DrillCommandTexts = {
  counts: ({ expected, identical, explained, different, files }) =>
    `To be restored: ${expected}, identical: ${identical}, explained differences: ${explained}, different or missing: ${different}, attachments compared: ${files}`,
  scratchApp: (name, appId) => `Scratch app: ${name} (app ID ${appId})`,
  action: "Write the corrective action into the record of the drill in the backup-management app.",
  report: (path) => `Report: ${path}`,
  remembered: (id) => `In the history: record ${id}`,
  token: "A drill makes a scratch app, which API tokens cannot. Set KINTONE_USERNAME and KINTONE_PASSWORD.",
};
