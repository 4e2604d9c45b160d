import { answerOf, type Misfit } from "../../../history/chain/verdict";
import { dayAfter, type Day } from "../../../history/overview/days";
import type { Overview } from "../../../history/overview/overview";
import type { ToldRun } from "../../../history/overview/told-run";
import { harmless } from "../../text/harmless";
import { quantitiesIn } from "../../text/quantities";
import type { OverviewMessages } from "../../text/history/language";

/** The overview in the words of one language: what every part of the screen, the CSV and the report have in common. */
export interface HistoryView {
  overview: Overview;
  messages: OverviewMessages;
  /** The page of a record of the history. */
  urlOf: (recordId: string) => string;
  /** Date and time in the time zone of the settings; `undefined` for what is no date. */
  moment: (isoOrDate: string | Date) => string | undefined;
  date: (day: Day) => string;
  number: (value: number) => string;
  /** What others wrote, and which may be anything. */
  words: (text: string) => string;
  /** What the check of the chain says of a run. */
  chainOf: (run: Pick<ToldRun, "recordId" | "chainDigest">) => Misfit | "fits" | "unknown";
}

export function historyView(
  overview: Overview,
  messages: OverviewMessages,
  urlOf: (recordId: string) => string,
): HistoryView {
  const { locale } = messages;
  const { timeZone, verdict } = overview;
  const { number, moment } = quantitiesIn(locale, timeZone);
  const dates = new Intl.DateTimeFormat(locale, {
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    weekday: "short",
    timeZone: "UTC",
  });
  const misfits = new Map(verdict.breaks.map(({ run, kind }) => [run.recordId, kind]));
  const isKnown = answerOf(verdict) !== "hidden";
  return {
    ...{ overview, messages, urlOf, number, moment },
    date: (one) => dates.format(new Date(one)),
    words: harmless,
    chainOf: (run) => {
      if (!isKnown) return "unknown";
      return misfits.get(run.recordId) ?? (run.chainDigest ? "fits" : "unknown");
    },
  };
}

/** Days that follow one another, as their first and last. */
export function stretches(days: readonly Day[]): Array<[first: Day, last: Day]> {
  const found: Array<[Day, Day]> = [];
  for (const day of days) {
    const current = found.at(-1);
    if (current && dayAfter(current[1]) === day) current[1] = day;
    else found.push([day, day]);
  }
  return found;
}
