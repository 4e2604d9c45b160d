import { quantitiesIn } from "../quantities";
import { count } from "../settings/english-count";
import type { ProbeMessages } from "./messages";

const { number } = quantitiesIn("en");

export const probeTexts: ProbeMessages = {
  locale: "en",
  title: "Check this environment",
  introduction:
    "This program relies on some properties of kintone and of the browser that its makers could not try. This finds out how they are here. It only looks and changes nothing. The result has no data, names or addresses in it, so you can send it to whoever maintains the program.",
  button: "Check this environment",
  again: "Check again",
  checking: (done, of) => `Checking… (${number(done)} of ${number(of)})`,
  failed: "The environment could not be checked.",
  summary: (otherwise, asAssumed, unknown) =>
    `${otherwise === 0 ? "Nothing is otherwise than assumed." : `${count(otherwise, "point")} otherwise than assumed.`} ${number(asAssumed)} as assumed, ${number(unknown)} that could not be told.`,
  verdict: { otherwise: "Otherwise", "as-assumed": "As assumed", unknown: "Not known" },
  reason: {
    page: "Only the plug-in's settings screen can tell.",
    command: "Only the command kintone-backup probe can tell.",
    writing: "Only the command kintone-backup probe --write can tell.",
    "by-hand": "Only people can tell.",
    "other-log-in": "It takes another way to sign in (user or API token).",
    "no-app": "There is no app to try it with.",
    "no-file": "There is no attachment to try it with.",
    "switched-on": "The feature is switched on; nothing has to be told.",
    undecided: "What was found fits both.",
    refused: "kintone refused what the trial takes.",
    failed: "The trial failed.",
  },
  elsewhere: (page, writing, byHand) =>
    `Not tried here: ${number(page)} that only the plug-in's settings screen can try, ${number(writing)} that take kintone-backup probe --write, ${number(byHand)} that only people can. The Markdown and JSON reports list them.`,
  column: { verdict: "Result", assumed: "Assumed", found: "Found", meaning: "What it means" },
  found: (found) => `Found: ${found}`,
  meaning: (meaning) => `What it means: ${meaning}`,
  writesAsUser: "--write makes an app, which no API token can. Sign in with KINTONE_USERNAME and KINTONE_PASSWORD.",
  scratchApp: (appId, name) =>
    `App ${appId} (“${name}”) was made for trying. Nobody needs it; delete it in kintone, as no API can.`,
  copy: "Copy as Markdown",
  copied: "Copied.",
  notCopied: "The browser did not let it be copied. Save the JSON file instead.",
  download: "Save as JSON",
  words: undefined,
};
