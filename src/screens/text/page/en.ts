import { quantitiesIn } from "../quantities";
import type { PageMessages } from "./messages";

export const pageTexts: PageMessages = {
  locale: "en",
  quantities: quantitiesIn("en"),
  status: {
    running: "Running",
    success: "Success",
    partial: "Incomplete",
    failed: "Failed",
    cancelled: "Cancelled",
    interrupted: "Interrupted",
  },
  page: {
    runBackup: "Run backup now",
    checkHistory: "Check history",
    openOverview: "History overview",
    closeOverview: "Close overview",
    verify: "Check zip files",
    cancel: "Cancel",
    interrupted: {
      title: "A backup stopped in the middle.",
      explanation: (startedAt) =>
        `The page or the browser was closed before the backup of ${startedAt} had ended. What it had read is still in this browser, for up to three days, and the backup can continue from there.`,
      resume: "Continue",
      discard: "Discard",
      discardQuestion:
        "What the backup had read is deleted from this browser. This cannot be undone. Nothing in kintone changes.",
    },
    incomplete: {
      title: "A file of the plug-in is missing from this page",
      body: "A part of the plug-in could not be loaded, so this cannot be done now. Reload the page and try again. If it happens again, ask your system administrator to install the plug-in anew.",
    },
  },
};
