import type { RetentionTexts } from "./messages";

const sum = ({ generations, bytes, yen }: { generations: string; bytes: string; yen?: string }) =>
  `${generations} (${bytes}${yen ? `, about ¥${yen} a month` : ""})`;

export const retentionTexts: RetentionTexts = {
  place: (name, kind) => `Place "${name}" (${kind})`,
  rule: (rule) => `Rule: keep ${rule}`,
  noRule:
    'There is no rule for this place: nothing is ever removed. A rule stands in the settings file, as "keep" of the place.',
  closed: "What lies there cannot be listed, so nothing can be removed.",
  calendar: { heading: "By the day of the backup", legend: "# stays, x goes, . none" },
  stays: (of) => `Stays: ${sum(of)}`,
  goes: (of) => `Goes: ${sum(of)}`,
  nothingToGo: "Nothing goes.",
  incomplete: "incomplete",
  wantedBy: {
    last: "one of the latest",
    daily: "of its day",
    weekly: "of its week",
    monthly: "of its month",
    yearly: "of its year",
    within: "not old enough",
  },
  guard: {
    "last-success": "the last success",
    newest: "the newest",
    "since-success": "newer than the last success",
    held: "held",
    locked: "locked",
    unknown: "not as the history tells of it",
    future: "from the future: a clock was wrong",
  },
  held: (reason) => `held: ${reason}`,
  lockedUntil: (day) => `locked by the place until ${day}`,
  series: { runs: "Backups", ofApp: (appId) => `Backups before restores of app ${appId}` },
  nothingGoes: {
    "no-rule": (series) => `${series}: nothing goes, as the rule wants nothing kept.`,
    "no-success": (series) => `${series}: nothing goes, as none of them is complete.`,
    "newest-incomplete": (series) => `${series}: nothing goes until a backup is a success again.`,
  },
  unknownFiles: (count, names) =>
    `${count === 1 ? "1 zip file there is" : `${count} zip files there are`} unknown to the history and never removed: ${names}`,
  confirmation: {
    needed: (command) =>
      `Nobody has confirmed this rule for this place, so nothing is removed. When what is written above is what you want, run:\n  ${command}`,
    other: (rule, command) =>
      `Another rule was confirmed for this place (keep ${rule}), so nothing is removed. When what is written above is what you want, run:\n  ${command}`,
    known: (by, moment) => `Confirmed by ${by}, ${moment}.`,
    done: (place, rule) => `The rule of "${place}" is confirmed: keep ${rule}. It is in force from now on.`,
    changed: "What would go has changed since that preview, so nothing was confirmed. Look at it again.",
  },
  dryRun: "Only a preview: nothing was removed.",
  verdict: {
    disposed: (generation) => `${generation}: removed.`,
    remains: (generation) => `${generation}: not removed, or only in part.`,
    stopped: (generation) => `${generation}: ended before all of it was removed.`,
  },
  kept: (file, answer) => `${file} stays: ${answer}`,
  ended: (done, left) => `Removed: ${done}. Left although the rule lets them go: ${left}.`,
  hold: {
    held: (generation) => `${generation} is held: no rule removes it, in any place.`,
    released: (generation) => `${generation} is no longer held: rules may remove it.`,
    notHeld: (runId) => `Run ${runId} is not held.`,
    unknown: (runId) => `The history has no backup with the run ID ${runId}.`,
  },
  noPlace: (name, names) => `The settings file has no place "${name}". It has: ${names}.`,
  token: "Removing and holding is recorded with who did it, so it takes a user's password and no API token.",
};
