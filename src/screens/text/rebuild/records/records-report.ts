import type { ForeseenRecords } from "../../../../restore/apps/records/foreseen-records";
import type { LookupLink } from "../../../../restore/apps/records/lookup-links";
import type { SetAppRun, SetRun } from "../../../../restore/apps/records/restore-records-of-set";
import type { PassEnd } from "../../../../restore/apps/records/set-restores";
import type { BackupError } from "../../../../domain/errors";
import type { NotComparable } from "../../../../restore/compare/comparison";
import { describeProblem } from "../../run/problem-sentence";
import type { RebuildMessages } from "../language";
import type { NamedLookup } from "./messages";

/** What apps are called, by their ids in the archive. */
type Names = ReadonlyMap<string, string>;

/** What became of the records of apps that were made anew, as plain lines. */
export function describeRecords(
  messages: RebuildMessages,
  { apps, without }: SetRun,
  names: Names,
  reportPath: string,
): string[] {
  const { records: words } = messages;
  const named = (id: string) => names.get(id) ?? id;
  const notComparable = (why: NotComparable) =>
    (messages.restore.notComparable[why.reason] as (of: NotComparable) => string)(why);
  const lines = [
    ...apps.flatMap((app) => linesOf(messages, app, named).map((line) => words.of(named(app.archivedId), line))),
    ...[...without].map(([id, why]) => words.of(named(id), words.without(notComparable(why)))),
  ];
  const isMore = apps.some(({ left, statuses, comments }) => statuses || comments || isAny(left));
  return [
    "",
    words.heading,
    ...lines.map((line) => `  - ${line}`),
    ...(isMore ? [messages.next.records.report(reportPath)] : []),
  ];
}

function linesOf(messages: RebuildMessages, app: SetAppRun, named: (id: string) => string): string[] {
  const { records: words } = messages;
  const problemOf = (error: BackupError) => describeProblem(messages, { error });
  const pass = (end: PassEnd | undefined, which: "records" | "keys"): string[] => {
    if (!end) return [];
    if ("outcome" in end) return [words[which](end.outcome.counts, end.outcome.notReached)];
    return [words.not[which]("error" in end ? problemOf(end.error) : words.waitsFor(named(end.waitsFor)))];
  };
  const { records, keys, statuses, comments, left } = app;
  return [
    ...pass(records, "records"),
    ...pass(keys, "keys"),
    ...(statuses && "error" in statuses ? [words.not.status(problemOf(statuses.error))] : []),
    ...(isSome(statuses) ? [words.statuses(statuses.restored, statuses.notRestored)] : []),
    ...(statuses && "processLost" in statuses ? [words.processLost(problemOf(statuses.processLost))] : []),
    ...(comments && "error" in comments ? [words.not.comments(problemOf(comments.error))] : []),
    ...(isSome(comments) ? [words.comments(comments.restored, comments.notRestored)] : []),
    ...(left?.statuses ? [messages.next.records.statusesLeft(left.statuses)] : []),
    ...(left?.lostKeys ? [words.lostKeys(left.lostKeys)] : []),
    ...(left?.oldIds ? [words.oldIds(left.oldIds)] : []),
  ];
}

const isSome = <Ends extends { restored: number; notRestored: number }>(
  end: Ends | { error: BackupError } | undefined,
): end is Ends => end !== undefined && "restored" in end && end.restored + end.notRestored > 0;

const isAny = (left: SetAppRun["left"]) => left !== undefined && left.oldIds + left.lostKeys + left.statuses > 0;

/** Why nothing can be restored. */
export const describeClosed = (
  { records, next }: RebuildMessages,
  closed: readonly LookupLink[],
  names: Names,
): string => next.records.closed(closed.map((link) => records.lookup(namedLookup(link, names))));

/** What is known of records before any app is made. */
export function describeForeseen(
  messages: RebuildMessages,
  { closed, later, statuses, comments }: ForeseenRecords,
  asked: { status: boolean; comments: boolean },
  names: Names,
): string[] {
  const { foreseen } = messages.records;
  const { foreseen: left } = messages.next.records;
  const { written, notifications } = comments;
  return [
    ...(closed.length > 0 ? [describeClosed(messages, closed, names)] : []),
    ...later.flatMap(({ link, records }) => (records > 0 ? [foreseen.later(namedLookup(link, names), records)] : [])),
    ...(statuses > 0 ? [asked.status ? foreseen.statuses(statuses) : left.statusesLeft(statuses)] : []),
    ...(written > 0 ? [asked.comments ? foreseen.comments(written, notifications) : left.commentsLeft(written)] : []),
  ];
}

const namedLookup = ({ from, into, field, label }: LookupLink, names: Names): NamedLookup => {
  return { app: names.get(from) ?? from, into: names.get(into) ?? into, field: label || field };
};
