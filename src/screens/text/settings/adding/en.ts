import { count } from "../english-count";
import { quantitiesIn } from "../../quantities";
import type { AddingMessages } from "./messages";

const { number } = quantitiesIn("en");

export const adding: AddingMessages = {
  locale: "en",
  title: "Add targets",
  unreadable: "The list of apps could not be read.",
  readAgain: "Read again",
  own: "This app itself. The record of the run that is under way would be in the backup unfinished, so it is usually no target.",
  pick: {
    title: "Add from the list of apps",
    reading: (apps) => `Reading the apps… ${number(apps)} so far`,
    limits:
      "The list shows the activated apps whose records you may view or add. Apps of a guest space are shown once you name the space.",
    search: "Search (app name, app code, app ID)",
    place: "Space",
    anywhere: "All",
    spaceless: "Apps outside spaces",
    space: (id, name) => (name ? `${name} (space ${id})` : `Space ${id}`),
    guestSpace: (id, name) => (name ? `${name} (guest space ${id})` : `Guest space ${id}`),
    guest: {
      label: "Number or URL of a guest space",
      hint: 'The number is what follows "/k/guest/" in the URL of the guest space.',
      button: "Show the guest space's apps",
      reading: "Reading the apps of the guest space…",
      notOne: 'Enter the number of a guest space, or a URL with "/k/guest/" in it.',
      none: "You can see no app in this guest space. Check the number, and whether you are a member.",
      found: (apps) => `${count(apps, "app")} of the guest space added to the list.`,
    },
    found: (found, all) => `${number(found)} of ${count(all, "app")} found.`,
    none: "No app matches.",
    list: "Apps found",
    appId: (appId) => `App ID ${appId}`,
    appCode: (code) => `App code ${code}`,
    present: "Already a target",
    presentDisabled: "Already a target (disabled)",
    more: (apps) => `Show ${number(apps)} more`,
    selectAll: (apps) => (apps === 1 ? "Select the app found" : `Select all ${count(apps, "app")} found`),
    selected: (apps) => `Selected: ${number(apps)}`,
    clear: "Clear the selection",
    add: (apps) => `Add ${count(apps, "target")}`,
  },
  csv: {
    title: "Add by CSV",
    columns:
      "One app in each line. The columns are app ID, guest space ID, app name, condition, and back up (enabled or disabled), in this order. All but the app ID may be left out. With headings in the first line, the columns may come in any order.",
    encodings: "Files may be in UTF-8 or Shift_JIS.",
    file: "CSV file",
    paste: "Or paste the lines here (cells from Excel will do)",
    check: "Check",
    checking: "Looking for the apps…",
    notText: "This file cannot be read as CSV. Check what kind of file it is, and that it is in UTF-8 or Shift_JIS.",
    tooLarge: "This file is too large. Check that it is a list of targets as CSV.",
    empty: "There is no line with a target.",
    noAppColumn: 'There is no column with app IDs. Give it the heading "App ID" or "target_app_id".',
    unknownColumns: (heads) => `Columns that are not used: ${heads.join(", ")}`,
    result: (good, bad) => `Lines that can be added: ${number(good)}. Lines that cannot: ${number(bad)}.`,
    table: "What was found in the CSV",
    head: {
      line: "Line",
      appId: "App ID",
      guestSpaceId: "Guest space ID",
      appName: "App name",
      query: "Condition",
      enabled: "Back up",
      verdict: "Result",
    },
    enabled: "Enabled",
    disabled: "Disabled",
    good: "Can be added",
    problem: {
      unclosed: 'A quotation mark (") is not closed. All lines that follow have become part of this one.',
      "no-app": "There is no app ID.",
      "not-a-number": "The app ID is not a number.",
      "not-a-guest-space": "The guest space ID is not a number.",
      "not-enabled-or-disabled": '"Back up" must be enabled or disabled.',
      unknown:
        "There is no such app, or you may not view it. If the app is in a guest space, check the guest space ID.",
      present: "Already a target. It stays as it is.",
      twice: (line) => `The same app as in line ${number(line)}.`,
    },
    more: (lines) => `Show ${number(lines)} more`,
    add: (targets) => `Add ${count(targets, "target")}`,
    present: "The present targets can be saved as a CSV of the same form.",
    save: (targets) => `Save ${count(targets, "present target")} as CSV`,
  },
  rule: {
    title: "Add by a rule",
    introduction:
      "A rule stands for all apps of a space, or for all that whoever runs the backup can see. It is worked out at the beginning of each run, so new apps are backed up too. An app that is a target of its own stays so, with its own choices; if that target is disabled, the app is not backed up.",
    standsFor: "The rule stands for",
    space: {
      space: "Number or URL of the space",
      guest_space: "Number or URL of the guest space",
    },
    noSpace: "Enter the number of the space, or its URL.",
    exceptions: {
      label: "Apps to leave out",
      hint: "App IDs, one per line. This app itself is left out anyway.",
    },
    show: "Show its apps",
    reading: "Reading the apps…",
    apps: (apps) =>
      apps.length === 0
        ? "You can see no app that it stands for now."
        : `Now ${count(apps.length, "app")}: ${apps.join(", ")}`,
    app: (name, id) => `${name} (${id})`,
    add: "Add the rule",
  },
  news: {
    adding: (written, of) => `Adding targets… ${number(written)} of ${number(of)}`,
    added: (targets) =>
      targets === 1
        ? "1 target was added. It is backed up from the next run on."
        : `${count(targets, "target")} were added. They are backed up from the next run on.`,
    present: (targets) =>
      targets === 1
        ? "1 was a target already and stays as it is."
        : `${number(targets)} were targets already and stay as they are.`,
    failed: (targets) => `${number(targets)} could not be added. Add again, and only the rest is added.`,
  },
};
