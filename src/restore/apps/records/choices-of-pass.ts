import { NOTHING_DECIDED, type RestoreChoices } from "../../plan/restore-choices";
import type { KnownApp } from "./known-set";
import type { LookupLink } from "./lookup-links";
import type { RestorePass } from "./set-journal";

/** What records of an app get, beside all that they have. */
interface Apart {
  /** The lookups of this app that have to wait. */
  later: readonly LookupLink[];
  /** Status and assignees come afterwards, and are told by themselves. */
  status: boolean;
}

const OF_PROCESS: ReadonlySet<string> = new Set(["STATUS", "STATUS_ASSIGNEE"]);

/** First all records are added, without the keys of lookups whose records are not there yet, and what these fill; then the keys are put into those that have some. */
export function choicesOfPass(
  pass: RestorePass,
  { decided, forms }: KnownApp,
  { later, status }: Apart,
): RestoreChoices {
  const choices = { ...NOTHING_DECIDED, ...decided };
  const ofProcess = Object.values(forms.archived.properties).filter(({ type }) => status && OF_PROCESS.has(type));
  const waiting = pass === "records" ? later.flatMap(({ field, copies }) => [field, ...copies]) : [];
  const leftOutFields = [...choices.leftOutFields, ...ofProcess.map(({ code }) => code), ...waiting];
  const all = { ...choices, leftOutFields: [...new Set(leftOutFields)] };
  if (pass === "records") return { ...all, addMissing: true, putBack: false };
  const fields = [...new Set(later.map(({ field, table }) => table ?? field))];
  return { ...all, addMissing: false, putBack: true, fields };
}
