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
  saved: { saved: "Saved", unconfirmed: "Not confirmed" },
  words: {
    record_type: {
      target: "Target",
      run: "Run",
      restore: "Restore",
      change: "Change of settings or targets",
      drill: "Drill",
      disposal: "Generation",
    },
    run_trigger: { button: "Button", headless: "Unattended", restore: "Before a restore" },
    run_destination: { download: "Download", folder: "Folder", s3: "S3", rclone: "rclone" },
    restore_kind: { restore: "Restore", comparison: "Comparison only" },
    restore_verdict: {
      "as-planned": "As planned",
      explained: "With explained differences",
      "not-as-planned": "Not as planned",
      stopped: "Stopped",
      same: "No differences",
      differs: "Differences",
      unable: "Could not be compared",
    },
    restore_archive_known: { known: "Yes", unknown: "No" },
    drill_verdict: {
      passed: "Passed",
      explained: "Passed, with explained differences",
      failed: "Failed",
      stopped: "Ended early",
    },
    drill_scratch_fate: { emptied: "Deleted", kept: "Kept to be looked at" },
    drill_archive_known: { known: "Yes", unknown: "No" },
    drill_scope: { all: "All records", sample: "Sample" },
    disposal_kind: {
      confirmed: "Rule confirmed",
      held: "Held",
      released: "Hold lifted",
      disposed: "Removed",
    },
    disposal_verdict: { disposed: "Nothing is left", remains: "Something is left", stopped: "Ended early" },
    target_scope: {
      app: "One app",
      space: "All apps of a space",
      guest_space: "All apps of a guest space",
      all_apps: "All apps outside guest spaces",
    },
    target_enabled: { enabled: "Yes" },
    target_include: {
      records: "Records",
      attachments: "Attachments",
      comments: "Comments",
      settings: "All settings",
      viewer_settings: "Settings without those for administrators only",
      without_plugin_configurations: "Without the configurations of plug-ins",
    },
  },
  page: {
    runBackup: "Run backup now",
    checkHistory: "Check history",
    restore: "Compare and restore",
    undoRestore: "Undo this restore",
    openOverview: "History overview",
    closeOverview: "Close overview",
    verify: "Check zip files",
    lastingGaps: "What will always be missing",
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
    brokenRestore: {
      title: "A restore stopped in the middle.",
      explanation: (app, startedAt) =>
        `The page or the browser was closed before the restore of "${app}", begun ${startedAt}, had ended. What it had written stays. Choose the zip files of the same archive again, and it goes on from there.`,
      resume: "Continue",
      discard: "Give it up",
      discardQuestion:
        "The restore is given up. What it had written stays, and the history says that it was stopped. It cannot go on afterwards.",
      notDiscarded: "The history could not be written. Wait a while and try again.",
    },
    brokenRebuild: {
      title: "Making apps anew stopped in the middle.",
      explanation: (startedAt) =>
        `Making apps anew, begun ${startedAt}, stopped before its end. The apps that it made stay. Choose the zip files of the same archive again, and it goes on with the same apps.`,
      resume: "Continue",
      discard: "Give it up",
      discardQuestion: "Making the apps anew is given up. The apps that it made stay. It cannot go on afterwards.",
    },
    brokenDrill: {
      title: "A drill stopped in the middle.",
      explanation: (app, startedAt) =>
        `The page or the browser was closed before the drill of "${app}", begun ${startedAt}, had ended. The history now says that it was interrupted. If its scratch app was made, the next drill uses it again and deletes what is left in it.`,
      close: "Close",
    },
    unsaved: {
      title: "A backup is not known to be saved.",
      explanation: (startedAt, files, until) =>
        `Whether the ${files === 1 ? "zip file" : `${files} zip files`} of the backup of ${startedAt} ${files === 1 ? "was" : "were"} saved is not known. The copy in this browser will be removed on ${until}. Choose the saved files to confirm, or save them again.`,
      open: "Save and confirm",
      discard: "Remove the copy",
      discardQuestion:
        "The copy of the zip files in this browser is deleted. This cannot be undone. If they are saved nowhere else, this backup is lost.",
    },
    incomplete: {
      title: "A file of the plug-in is missing from this page",
      body: "A part of the plug-in could not be loaded, so this cannot be done now. Reload the page and try again. If it happens again, ask your system administrator to install the plug-in anew.",
    },
  },
};
