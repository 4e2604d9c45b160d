import type { ErrorFacts, Step } from "../../../../domain/errors";
import type { Target } from "../../../../domain/target";
import { askedTexts } from "../../asked/en";
import { domainNames } from "../../domain-names";
import { settingNameIn } from "../../setting-names";
import { pageTexts } from "../../page/en";

export const { number, bytes, duration, moment } = pageTexts.quantities;

/** More are told by their number. */
export const MOST_APPS = 5;

const MOST_SPACES = 20;

/** 'attachment "drawing.pdf" of record 34 in app 12': only what is known. */
export function what(facts: ErrorFacts, otherwise: string): string {
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
export const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** 'App "Drawings" (ID 12)': only what is known. */
export function appCalled({ app, appName }: ErrorFacts): string {
  if (appName === undefined) return app ? `App ${app}` : "An app";
  return app ? `App "${appName}" (ID ${app})` : `App "${appName}"`;
}

export const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "of several apps");

/** 'Drawings (ID 12), Orders (ID 13)' */
export const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName} (ID ${appId})` : `ID ${appId}`)).join(", ");

export const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator ? `Done by ${operator}${since && ` (${moment(since) ?? since})`}.` : "Nothing is recorded of who did it.";

/** " (kintone: 100, backup: 98)": only what is known. */
export function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${written(value)}`]));
  return known.length > 0 ? ` (${known.join(", ")})` : "";
}

export const settingName = (name: string) => settingNameIn("en", name);

export const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

export function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `app "${appName}" (ID ${appId})`;
  return rule ? `the rule "${askedTexts.rule(rule)}"` : `target record ${recordId}`;
}

/** " (app 12)", or nothing. */
export function within(subject: string): string {
  return subject && ` (${subject})`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The system's own word, for whoever looks after it. */
export function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : ` (reason: ${reason})`;
}

/** What each step of a run is called. */
export const steps: Record<Step, string> = {
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
};
