import type { ErrorFacts } from "../../../domain/errors";
import type { OverBudget } from "../../../domain/request-budget";
import type { Target } from "../../../domain/target";
import { askedTexts } from "../asked/en";
import { limitsBehind } from "../asked/limits";
import { domainNames } from "../domain-names";
import { pageTexts } from "../page/en";
import { settingNameIn } from "../setting-names";
import { unreachedTexts } from "../unreached/en";
import { toldObstacle } from "../unreached/messages";
import type { Messages } from "./messages";

const { number, bytes, duration, moment } = pageTexts.quantities;

/** 'attachment "drawing.pdf" of record 34 in app 12': only what is known. */
function what(facts: ErrorFacts, otherwise: string): string {
  const { app, settings = [], lists = [], spaces = [], record, field, file, path } = facts;
  const names = settings.map((name) => `"${settingName(name)}"`).join(", ");
  const setting = names && `${settings.length === 1 ? "the setting" : "the settings"} ${names}`;
  const ofDomain = [
    ...lists.map((list) => `the ${domainNames.en[list]}`),
    ...(spaces.length > 0 ? [namedSpaces(spaces)] : []),
  ];
  const things = [
    ofDomain.join(", "),
    file ? `attachment "${file}"` : setting || (path && `"${path}"`),
    field && `field "${field}"`,
  ];
  const holders = [record && `record ${record}`, app && `app ${app}`];
  return [...things, ...holders].filter(Boolean).join(" of ") || otherwise;
}

/** "space 3", "spaces 3, 5 and 7 more". */
function namedSpaces(ids: readonly string[]): string {
  const more = ids.length > MOST_SPACES ? ` and ${number(ids.length - MOST_SPACES)} more` : "";
  return `${ids.length === 1 ? "space" : "spaces"} ${ids.slice(0, MOST_SPACES).join(", ")}${more}`;
}

/** Of what is not there, whatever of it was asked for. */
const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** 'App "Drawings" (ID 12)': only what is known. */
function appCalled({ app, appName }: ErrorFacts): string {
  if (appName === undefined) return app ? `App ${app}` : "An app";
  return app ? `App "${appName}" (ID ${app})` : `App "${appName}"`;
}

const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "of several apps");

/** 'Drawings (ID 12), Orders (ID 13)' */
const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName} (ID ${appId})` : `ID ${appId}`)).join(", ");

const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator ? `Done by ${operator}${since && ` (${moment(since) ?? since})`}.` : "Nothing is recorded of who did it.";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${told.cause}, so ${what(facts, "the data")} could not be read. ${told.remedy}`;
}

/** " (kintone: 100, backup: 98)": only what is known. */
function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${written(value)}`]));
  return known.length > 0 ? ` (${known.join(", ")})` : "";
}

const settingName = (name: string) => settingNameIn("en", name);
const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `app "${appName}" (ID ${appId})`;
  return rule ? `the rule "${askedTexts.rule(rule)}"` : `target record ${recordId}`;
}

/** " (app 12)", or nothing. */
function within(subject: string): string {
  return subject && ` (${subject})`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The system's own word, for whoever looks after it. */
function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : ` (reason: ${reason})`;
}

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `${capital(what(facts, "the zip file"))} could not be saved${unforeseen(facts)}.`;
}

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "Comments are read as far as these go. Whatever else is more than these is read after 9:00, Japan time.",
  pause: "When these are used up, the rest is read after 9:00, Japan time.",
  "without-comments": "No comments are read. Whatever else is more than these is read after 9:00, Japan time.",
  "go-on": "As was chosen, the backup goes on beyond that.",
};

/** More are told by their number. */
const MOST_APPS = 5;
const MOST_SPACES = 20;

export const en: Messages = {
  asked: askedTexts,
  ...pageTexts,
  step: {
    targets: "Checking the targets",
    settings: "Reading the app's settings",
    records: "Reading records",
    attachments: "Reading attachments",
    comments: "Reading comments",
    domain: "Reading plug-ins, spaces and people",
    pack: "Writing the zip",
    verify: "Verifying",
    deliver: "Saving",
    history: "Writing the history",
  },
  problem: {
    sentence: {
      SETTINGS_UNREADABLE: () =>
        "The backup could not start because the plug-in's settings cannot be read. Ask an administrator to open the plug-in's settings and save them again.",
      NO_TARGETS: () => "No target is enabled. Register the apps to back up, enable them, and run the backup again.",
      TARGET_INCOMPLETE: (facts) =>
        `A target is not filled in correctly (${what(facts, "target record")}). Check its app ID and guest space ID.`,
      TARGET_GONE: (facts) =>
        `${appCalled(facts)} was backed up in the run before and is no target any more, so it is not in the backup: its target was deleted, or names another app. ${doneBy(facts)} If that was not intended, add it again on the settings screen of the plug-in.`,
      TARGET_DISABLED: (facts) =>
        `${appCalled(facts)} was backed up in the run before and is not in this backup, as its target is switched off. ${doneBy(facts)} If that was not intended, switch it on again.`,
      TARGET_RETYPED: (facts) =>
        `The record of the target for ${what({ ...(facts.app && { app: facts.app }) }, "an app")} had been given another kind than that of targets. The app was backed up all the same, and the record is a target again when this run has ended. kintone's change history of the record shows who did it.`,
      RULE_INCOMPLETE: (facts) =>
        `A target that stands for all apps of a space does not say of which${facts.record ? ` (record ${facts.record})` : ""}, so none of them is in the backup. Enter the space ID in the target.`,
      RULE_EMPTY: (facts) =>
        `Nothing is in the backup by the rule "${ruleCalled(facts)}", as kintone showed no app that it stands for. Check whether there are apps and whether you may view them. If there are none for now, switch the rule off until then.`,
      RULE_NOT_LISTED: (facts) =>
        facts.ofToken
          ? `The rule "${ruleCalled(facts)}" could not be worked out, as kintone does not list apps for the API tokens, so nothing is in the backup by it. Run the command with a login name and password, or add each app as a target.`
          : `It could not be found out which apps the rule "${ruleCalled(facts)}" stands for${systemsReason(facts.reason)}, so nothing is in the backup by it. Check whether the space is still there and you are a member of it, and run the backup again.`,
      RULES_NOT_PREPARED: () =>
        'This app does not have the fields for rules yet. Press "Prepare this app" above, then add the rule again.',
      RULE_APPS_NEW: (facts) =>
        `New by the rule "${ruleCalled(facts)}" since its last run, and backed up from now on: ${appsCalled(facts)}. If an app is not to be backed up, add its ID to the apps that the rule leaves out.`,
      RULE_APPS_GONE: (facts) =>
        `Backed up by the rule "${ruleCalled(facts)}" in its last run, and not in this backup: ${appsCalled(facts)}. The apps were deleted or moved, you may not view them any more, or the rule leaves them out now. If that was not intended, restore the app or its permissions, or add it as a target of its own.`,
      RULE_GONE: (facts) =>
        `The rule "${ruleCalled(facts)}" is deleted, switched off or changed, so that these apps, which it had backed up in the run before, are not in this backup: ${appsCalled(facts)}. If that was not intended, add the rule again or switch it on.`,
      APP_NOT_FOUND: (facts) =>
        `${capital(theApp(facts, "the target app"))} was not found and could not be backed up. It may have been deleted, or the app ID may be wrong. Check the app ID and the guest space ID of the target.`,
      RECORD_NOT_FOUND: (facts) =>
        `${capital(what(facts, "a record"))} was not found and is not in the backup. It may have been deleted during the backup.`,
      NO_PERMISSION: (facts) =>
        facts.ofToken
          ? `The API token has no permission to read ${what(facts, "the data")}. In the settings of ${theApp(facts, "the app")}, give the token the permission that is missing ("View records"; for settings of apps also "Manage app"), update the app, and run the backup again.`
          : `You do not have permission to read ${what(facts, "the data")}. Check the permissions for the app, its records and its fields, or run the backup as a user who has them.`,
      WRONG_SPACE: (facts) =>
        facts.guestSpaceId
          ? `${capital(theApp(facts, "the target app"))} was not found in guest space ${facts.guestSpaceId}. Check the guest space ID of the target.`
          : `${capital(theApp(facts, "the target app"))} is in a guest space. Enter the guest space ID in the target.`,
      QUERY_REFUSED: (facts) =>
        `The records of ${what(facts, "the target app")} could not be read with the given query. Correct the query of the target.`,
      SETTING_OUTDATED: (facts) =>
        `${capital(what(facts, "a setting of the app"))} cannot be read from kintone and is not in the backup, as a user, group, department or field that no longer exists is still named there. Open that setting in kintone, remove what no longer exists, save it and update the app; then run the backup again.`,
      SESSION_EXPIRED: () =>
        "Your login to kintone is no longer valid, so the backup could not continue. Log in and run it again. If you run it as a command, check its credentials.",
      LOGIN_REFUSED: () =>
        "kintone refused the login. Check the login name and password, or the API token. A user with two-factor authentication cannot run the command.",
      TOKEN_REFUSED: (facts) =>
        `None of the API tokens is one of ${theApp(facts, "the app")}, or the app was not updated after the token was made, so ${what(facts, "the data")} could not be read. Make a token in the settings of ${theApp(facts, "the app")}, update the app, and add the token to KINTONE_API_TOKEN, separated by a comma.`,
      TOO_MANY_REQUESTS: (facts) =>
        `kintone received too many requests, so ${what(facts, "the data")} could not be read. Wait a while and run the backup again, or lower "Requests at the same time" in the settings.`,
      UNAVAILABLE: (facts) =>
        `kintone is not available, so ${what(facts, "the data")} could not be read. It may be under maintenance or overloaded. Wait a while and run the backup again.`,
      NETWORK: (facts) =>
        obstructed(facts) ??
        `The connection was lost, so ${what(facts, "the data")} could not be read. Check your network and run the backup again.`,
      TIMED_OUT: (facts) =>
        `kintone's answer did not arrive in time, so ${what(facts, "the data")} could not be read. kintone may be overloaded, or the network slow. Wait a while and run the backup again.`,
      ANSWER_TOO_LARGE: (facts) =>
        `kintone's answer is too large${compared([["limit", facts.expected]], bytes)}, so ${what(facts, "the data")} could not be read and is not in the backup. Shorten it in kintone (long texts, rows of tables), or divide it, and run the backup again.`,
      BAD_RESPONSE: (facts) =>
        `kintone's answer was not in the expected form, so ${what(facts, "the data")} could not be read. If this keeps happening, ask your network administrator.`,
      UNREACHABLE: (facts) =>
        obstructed(facts) ?? `kintone could not be reached, so ${what(facts, "the data")} could not be read.`,
      NOT_KINTONE: (facts) =>
        obstructed(facts) ??
        `${capital(what(facts, "the data"))} could not be read, because the answer${facts.contentType ? ` (${facts.contentType})` : ""} is not from the API of kintone. An IP address restriction, a proxy, a firewall or a login page may be in the way. Check that kintone can be used from this computer; if it can and this keeps happening, ask the administrator of kintone or of your network.`,
      REFUSED: (facts) =>
        facts.managersOnly
          ? 'Only those who manage this app may change what is backed up. Ask one of them to do it. If you manage it and still may not, press "Prepare this app" on the settings screen of the plugin.'
          : `kintone refused the request for ${what(facts, "the data")}.`,
      SETTINGS_NOT_READABLE: ({ app, settings = [] }) =>
        `You do not have permission to read these settings of ${app ? `app ${app}` : "the app"}, so they are not in the backup: ${settings.map(settingName).join(", ")}. Let an administrator of the app run the backup; or, on the settings screen of the plug-in, leave these settings out of the target or accept the gap.`,
      SETTING_NOT_UNDERSTOOD: ({ app, settings = [], parts = [] }) =>
        `The settings of ${app ? `app ${app}` : "the app"}${settings.length > 0 ? ` (${settings.map(settingName).join(", ")})` : ""} have something unexpected${parts.length > 0 ? ` in ${parts.join(", ")}` : ""}. Files that are named there may not be in the backup; the settings themselves are in it as kintone gave them. See whether there is a newer version of kintone Backup Manager.`,
      FIELD_NOT_READABLE: (facts) =>
        `You do not have permission to view ${what(facts, "a field")}, so it is not in the backup. Check the permissions for fields, or run the backup as a user who has them. If it need never be in the backup, accept the gap on the settings screen of the plug-in.`,
      RECORDS_MAY_BE_HIDDEN: ({ app, hidden }) => {
        const name = app ? `app ${app}` : "the app";
        if (hidden === "changed")
          return `The permissions for records of ${name} were changed during the backup, so records may be missing. Run the backup again when nobody changes them.`;
        const reason =
          hidden === "unknown"
            ? `You may not see the permissions for records of ${name}, so nobody can tell whether they hide records from you.`
            : `The permissions for records of ${name} may hide records from you.`;
        return `${reason} Hidden records are not in the backup, and kintone does not tell how many there are. Let an administrator of the app who may view all records run the backup, or accept the gap on the settings screen of the plug-in.`;
      },
      EXCLUDED_FIELD_UNKNOWN: (facts) =>
        `The target leaves out ${what(facts, "a field")}, but there is no field with this code. It may have been deleted, or its code changed; then its values may be in the backup. Check the fields to leave out.`,
      IDENTIFIER_UNDECIDED: (facts) =>
        `${capital(what(facts, "a field"))} looks like a personal identification number (such as My Number) and was left out. In the plug-in's settings, choose to back it up or to leave it out.`,
      FORM_CHANGED: (facts) =>
        `The form of ${what(facts, "the app")} was changed during the backup. Records and form may not fit together. Run the backup again when nobody changes the app's settings.`,
      COUNT_MISMATCH: (facts) =>
        `The number of records of ${what(facts, "the app")} does not match${compared(
          [
            ["kintone", facts.expected],
            ["backup", facts.actual],
          ],
          number,
        )}. Records may have been added or deleted during the backup. Run the backup again.`,
      OVER_BUDGET: ({ app, expected = 0, actual = 0 }) =>
        `The comments of ${count(actual, "record")} of ${app ? `app ${app}` : "the app"} are not in the backup: each record takes an API request, and of the ${number(expected)} that backups may make of an app in a day none was left. Where backups take from the previous one what has not changed (see the settings), the next ones read what is missing. Otherwise choose to continue tomorrow, allow more requests, leave comments out of the target, or narrow its condition.`,
      COMMENTS_TAKEN_OVER: ({ app, since = "", actual = 0 }) =>
        `The comments of ${count(actual, "record")} of ${app ? `app ${app}` : "the app"} are taken from earlier backups, as there are not enough API requests in a day to read all. The oldest were read at ${moment(since) ?? since}. The next backups read those whose copies are oldest, and those of new and changed records first.`,
      NOT_IN_CSV: ({ actual = 1, ...facts }) =>
        facts.field === undefined
          ? `The rows of ${count(actual, "record")} are not in records.csv, as no CSV of this backup can hold them. The first is ${what(facts, "a record")}. The records are in records.jsonl as kintone gave them; there is nothing to do. Only who puts them back with records.csv has to add them.`
          : `In ${count(actual, "record")}, kintone gave a value that records.csv cannot hold; there the cell is empty or lacks a part. The first is ${what(facts, "a field")}. The values are in records.jsonl as kintone gave them; there is nothing to do. Only who puts records back with records.csv has to add them.`,
      DOMAIN_NOT_READABLE: (facts) =>
        `You do not have permission to read ${what(facts, "a part of the domain")}, so this is not in the backup. A space that is not public can be read by its members alone; API tokens can read none of this. Join the spaces, run the backup as a user who has the permission, or leave these spaces, or this part as a whole, out in the settings.`,
      DOMAIN_CHANGING: (facts) =>
        `${capital(what(facts, "a list of the domain"))} could not be read in one piece, as it was changed, or somebody logged in to kintone again, each time that it was read. It is not in the backup. Run the backup again when nobody changes users, departments, groups, spaces or plug-ins.`,
      FILE_GONE: (facts) =>
        `${capital(what(facts, "an attachment"))} was not found and is not in the backup. It may have been replaced or deleted during the backup. Run the backup again.`,
      FILE_SIZE_MISMATCH: (facts) =>
        `The size of ${what(facts, "an attachment")} does not match${compared(
          [
            ["kintone", facts.expected],
            ["received", facts.actual],
          ],
          bytes,
        )}. This file is not backed up correctly. Run the backup again.`,
      ENTRY_TOO_LARGE: (facts) =>
        `${capital(what(facts, "a file"))} is too large for a zip and is not in the backup${compared(
          [
            ["size", facts.actual],
            ["limit", facts.expected],
          ],
          bytes,
        )}. Save it in another way.`,
      NO_SPACE: (facts) =>
        `There is not enough free space to save the backup${compared(
          [
            ["needed", facts.expected],
            ["free", facts.actual],
          ],
          bytes,
        )}. Delete files that you do not need and run the backup again.`,
      ARCHIVE_DAMAGED: (facts) =>
        `When the finished zip was read back, ${what(facts, "a part of it")} was not correct. Do not use this zip; run the backup again.`,
      WORKSPACE_FAILED: ({ reason }) =>
        `The working files of the backup could not be written to this browser's storage, or not be read from it${systemsReason(reason)}. The site data may have been deleted meanwhile, or the disk may have a problem. Check that and run the backup again.`,
      DELIVERY_FAILED: (facts) =>
        `${notSaved(facts)} Check the download settings of your browser and run the backup again.`,
      BROWSER_TOO_OLD: ({ reason }) =>
        `This browser lacks what a backup needs${reason ? ` (${reason})` : ""}, so none was begun. Run it in a current Chrome, Edge or Firefox.`,
      NO_PRIVATE_STORAGE: ({ reason }) =>
        `This browser keeps no working files, so no backup was begun${systemsReason(reason)}. If this is a private or incognito window, use an ordinary one. If it is not, let this site keep data, in the settings of the browser.`,
      RUN_SILENT: ({ resumable }) =>
        `The backup stopped responding in this browser and was ended. ${
          resumable
            ? "Close this dialog: the record list then offers to continue, and what was read is not read again."
            : "Run it again."
        } If it happens again, restart the browser or use another one.`,
      HISTORY_UNWRITABLE: () =>
        "The run history could not be written. Check the permissions and the fields of the backup-management app.",
      HISTORY_REFUSED: ({ app, lacking, operator, restores }) => {
        const place = `the backup-management app${app ? ` (app ${app})` : ""}`;
        const [work, run] = restores ? ["restore", "restore"] : ["backup", "run"];
        switch (lacking) {
          case undefined:
            return `The ${work} was not started, as kintone did not take a record of the ${run} in ${place}. If required fields or fields without duplicates were added to that app, remove these settings.`;
          case "app":
            return `The ${work} was not started, as ${place} was not found. It may have been deleted, or the app ID or the guest space ID may be wrong.`;
          case "fields":
            return `The ${work} was not started, as ${place} does not have all fields of the history. Check the app ID. If it is correct, ask an administrator to press "Prepare this app" in the plug-in's settings.`;
          default:
            return `The ${work} was not started, as ${operator || "the API token"} has no permission to ${lacking} records in ${place}, so that the ${run} could not be recorded. Ask an administrator for permission to view, add and edit records there, or ${restores ? "restore" : "run the backup"} as a user who has it.`;
        }
      },
      HISTORY_FILE_CHANGED: ({ file, record }) =>
        `The file${file ? ` "${file}"` : ""} in ${record ? `record ${record}` : "a record"} of the history was changed after it was written. Which records were restored before is not known, so going on might add the same records twice. Nothing was changed. Ask an administrator of the app to look at the change history of that record.`,
      ANOTHER_RUN: ({ operator, since, restores }) => {
        const started = since && moment(since);
        const whose = `${operator ? ` by ${operator}` : ""}${started ? ` at ${started}` : ""}`;
        return `${restores ? "A restore" : "Another backup"}${whose && `, started${whose},`} is running. Wait until it has finished and run yours again.`;
      },
      CANCELLED: ({ restores }) => `The ${restores ? "restore" : "backup"} was cancelled and is not complete.`,
      UNEXPECTED: (facts) =>
        `An unexpected error occurred${within(what(facts, ""))}. If it happens again, show this to your administrator.`,
    },
    unreached: unreachedTexts,
    kintoneSays: (sentence, message) => `${sentence} kintone says: ${message}`,
    accepted: (sentence, { reason, by, at }) => `Accepted (${by}, ${at.slice(0, 10)}: ${reason}): ${sentence}`,
    withDetail: (sentence, detail) => `${sentence} Details: ${detail}`,
  },
  log: {
    "run-started": ({ runId, operator, targets }) =>
      `The backup started. Run ID: ${runId}, operator: ${operator || "(API tokens)"}, targets: ${number(targets)}`,
    "run-resumed": ({ targets, settled, requests }) =>
      `A backup that had stopped in the middle goes on. Of ${count(targets, "target")}, ${number(settled)} had been read. API requests so far: ${number(requests)}`,
    "target-started": ({ target, expectedRecords }) =>
      `Reading of ${named(target)} started.${expectedRecords === undefined ? "" : ` Records: ${number(expectedRecords)}`}`,
    "lost-targets-unknown": () =>
      "The run before could not be read, so it is not known whether a target of it is there no more, or an app new by a rule.",
    "rule-worked-out": ({ rule, apps }) =>
      `The rule "${askedTexts.rule(rule)}" stands for ${count(apps, "app")} in this run.`,
    "used-requests-unknown": () =>
      "What earlier backups of today used of the API requests could not be read. They count for nothing.",
    "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
      `Backing up ${named(target)} takes at least ${count(requests, "API request")}. Of the ${number(perAppAndDay)} that backups may make of an app in a day, ${number(left)} are left. ${overBudgetTexts[overBudget]}`,
    waited: () => "The waiting is over.",
    "held-back": ({ target, until, perAppAndDay }) =>
      `The ${number(perAppAndDay)} API requests that backups may make of ${named(target)} in a day are used up. The rest is read after ${moment(until)}.`,
    "budget-exceeded": ({ target, requests, perAppAndDay }) =>
      `Backups made ${count(requests, "API request")} of ${named(target)} today, more than the ${number(perAppAndDay)} that they may make in a day. Where an app receives more than its course allows, Cybozu may send the administrator an e-mail.`,
    "target-read-again": ({ target, because }) =>
      because === "form-changed"
        ? `The form of ${named(target)} was changed during the backup. The app is read again from the beginning.`
        : `Somebody logged in to kintone in this browser during the backup. ${named(target)} is read again from the beginning, so that nothing is kept that was read with another's rights.`,
    "smaller-pages": ({ target, from, to, because }) =>
      because === "odd-answer"
        ? `An answer of kintone with up to ${count(from, "record")} of ${named(target)} could not be used (BAD_RESPONSE). From here on they are read ${number(to)} at a time, to find out which record it is due to.`
        : `${count(from, "record")} of ${named(target)} at a time were too much. From here on they are read ${number(to)} at a time.`,
    "records-taken-over": ({ target, records, added, changed, deleted }) =>
      `${named(target)}: ${number(records)} records were taken from the previous backup. Since then: ${number(added)} added, ${number(changed)} changed, ${number(deleted)} deleted`,
    "records-repaired": ({ target, added, changed, deleted }) =>
      `Records of ${named(target)} changed while they were read, and were read again. Added: ${number(added)}, changed: ${number(changed)}, deleted: ${number(deleted)}`,
    "records-still-changing": ({ target, changed }) =>
      `Records of ${named(target)} kept changing. ${count(changed, "record")} changed once more after having been read again.`,
    "domain-read": ({ lists }) =>
      `Beside the apps: ${lists.map(({ list, written }) => `${domainNames.en[list]}: ${number(written)}`).join(", ") || "nothing could be read"}`,
    "target-finished": ({ result }) =>
      `${named(result.target)}: ${pageTexts.status[result.status]}. Records: ${number(result.records)}, attachments: ${number(result.attachments)}, ${bytes(result.bytes)}, ${duration(result.seconds)}, API requests: ${number(result.requests)}${limitsBehind(result.asked, askedTexts)}`,
    problem: ({ target, problem }, sentence) =>
      `${target ? `${named(target)}: ` : ""}${en.step[problem.step]}: ${sentence}`,
    "volume-packed": ({ volume }) => `${volume.name} was written. ${bytes(volume.size)}, SHA-256: ${volume.sha256}`,
    "volume-verified": ({ volume, entries }) =>
      `${volume.name} was read back and verified. ${count(entries, "entry", "entries")}`,
    "volume-delivered": ({ volume, destination }) =>
      destination === "download"
        ? `${volume.name} is ready to be downloaded. Whether it was saved is not known yet.`
        : `${volume.name} was saved in the destination folder.`,
    "volume-not-on-disk": ({ volume, reason }) =>
      `The destination folder cannot say that ${volume.name} is on its disk${systemsReason(reason)}. It is read back after this, but may be lost when the power of the destination fails shortly afterwards.`,
    "volume-saved": ({ volume }) =>
      `${volume.name} was read back from its destination and is what was made. SHA-256: ${volume.sha256}`,
    "run-finished": ({ status, requests }) =>
      `The backup ended. Result: ${pageTexts.status[status]}, API requests: ${number(requests)}`,
  },
  run: {
    title: "Backup",
    keepOpen: "Do not close or leave this page until the backup has finished.",
    phase: {
      starting: "Getting ready",
      reading: "Reading from kintone",
      packing: "Writing the zip",
      verifying: "Reading the zip back to verify it",
      delivering: "Handing the zip over",
      recording: "Writing the run history",
    },
    target: (position, of, appName) => `App ${number(position)} of ${number(of)}: ${appName}`,
    records: "Records",
    attachments: "Attachments",
    size: "Size",
    requests: "API requests",
    pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests} (up to ${number(atOnce)} at a time)`),
    elapsed: "Elapsed",
    timeLeft: "Time left (estimate)",
    timeLeftUnknown: "Not known yet",
    amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
    progressLabel: "Progress of the backup",
    waitingFor: {
      network: {
        title: "Waiting until kintone can be reached",
        note: "There is no network connection, so the backup pauses. It continues by itself when the connection is back. After 30 minutes without a connection it ends.",
      },
      unavailable: {
        title: "Waiting until kintone is available again",
        note: "kintone is under maintenance or overloaded, so the backup pauses. It continues by itself when kintone is available again. After 30 minutes it ends.",
      },
      login: {
        title: "Waiting for you to log in to kintone",
        note: "Your login has expired, or another user has logged in, so the backup pauses. Log in again as the same user with the link below. The backup then continues.",
      },
    },
    heldBack: {
      why: ({ apps, until }) =>
        `The API requests that backups may make in a day are used up for ${apps
          .slice(0, MOST_APPS)
          .map(({ appId, appName }) => `app "${appName}" (ID ${appId})`)
          .join(
            ", ",
          )}${apps.length > MOST_APPS ? ` and ${count(apps.length - MOST_APPS, "more app")}` : ""}. Reading continues by itself after ${moment(until)}.`,
      mayClose:
        "You may close this page. What was read stays in this browser for up to three days; open this app again to continue.",
    },
    logInAgain: "Log in in another tab",
    startAnew: "Start over",
    startAnewQuestion:
      "A backup stopped in the middle. If you start a new one, what the old one had read is deleted, and it cannot be continued.",
    cancelling: "Cancelling…",
    cancellingNote: "Stopping what is under way. Please wait until it has ended.",
    close: "Close",
    verdict: {
      success: ({ targets, volumes, seconds }) =>
        `${count(targets, "app")} backed up, and the contents of the zip read back and verified (${count(volumes, "zip file")}, ${duration(seconds)}).`,
      partial: ({ targets, incomplete }) =>
        incomplete > 0
          ? `Something is missing from ${number(incomplete)} of ${count(targets, "app")}. This backup is not complete.`
          : "This backup is not complete. See below for what is missing.",
      failed: () => "The backup failed. See below for the reason.",
      cancelled: ({ volumes }) =>
        volumes > 0
          ? `The backup was cancelled. It is not complete: only ${count(volumes, "zip file")} had been handed over.`
          : "The backup was cancelled. No zip file was saved.",
      interrupted: () => "The backup was interrupted. It is not complete.",
    },
    failedToRun: "The backup could not be run",
    results: "Results by app",
    app: "App",
    statusHeading: "Result",
    problemsHeading: "What is missing, and why",
    nothingMissing: "Nothing",
    appId: (appId, guestSpaceId) =>
      guestSpaceId ? `App ID ${appId} (guest space ${guestSpaceId})` : `App ID ${appId}`,
    runProblems: "Problems of the whole run",
    told: "Changed since the run before",
    moreProblems: (hidden) => `${number(hidden)} more (see the log in the run history)`,
    volumes: "Zip files",
    file: "File name",
    saveFile: "Save",
    saveThisFile: (name) => `Save: ${name}`,
    saveAgain: "Save again",
    saveAgainFile: (name) => `Save again: ${name}`,
    saveFailed: "It could not be saved. Please try again.",
    openHistory: "Open the run history",
    historyMissing: "Save the facts of this run to a file instead.",
    saveFacts: "Save the facts of the run",
  },
  ruleNews: { heading: "The apps of rules have changed", goOn: "Back up" },
  room: {
    heading: "There is probably not enough room",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `About ${bytes(needed)} are needed, judging by the backups up to ${moment(lastRun) ?? "now"}; this browser gives ${bytes(free)}.`,
      ...(unknownTargets > 0 ? [`Apps that were never backed up (${number(unknownTargets)}) need more on top.`] : []),
      "Without more room the backup will probably end unfinished. Free up disk space, do not use a private window, or back up fewer apps at a time.",
    ],
    goOn: "Back up anyway",
  },
  loss: {
    heading: "This backup could not be resumed",
    onThePage:
      "This page lets no backup work in the background (Web Worker), so it works on the page itself: it takes longer, and the page may react late. Keep this tab in front meanwhile.",
    ifBrokenOff:
      "If the page is closed or the browser ends during the backup, what was read until then is lost, and it can take up to 15 minutes until another backup can be run.",
    otherBrowser:
      "The zip files of a backup that reaches its end are the same. To be able to resume, use a current Chrome, Edge or Firefox.",
    goOn: "Back up",
  },
  budget: {
    heading: "This backup takes many API requests",
    excess: ({ perAppAndDay, apps }) => [
      `Backups may make ${number(perAppAndDay)} API requests of an app in a day (from 9:00, Japan time). Comments take one for each record.`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `App "${appName}" (ID ${appId}): about ${number(requests)} are needed, ${number(left)} are left.`,
        ),
      ...(apps.length > MOST_APPS ? [`The same is so of ${count(apps.length - MOST_APPS, "more app")}.`] : []),
      "Keeping to them, comments are read as far as the requests go, new and changed records first. Others are taken from the previous backup, or are missing if there is none in use.",
      "Continuing tomorrow, the backup waits when the requests are used up, and reads the rest by itself after 9:00, Japan time. It also waits when anything but comments is too much, unless it goes beyond them.",
      "Going beyond them, an app may exceed what the course allows; Cybozu may then send the administrator an e-mail.",
    ],
    answer: {
      stop: "Keep to them",
      pause: "Continue tomorrow",
      "without-comments": "Read no comments of these apps",
      "go-on": "Go beyond them",
    },
  },
};
