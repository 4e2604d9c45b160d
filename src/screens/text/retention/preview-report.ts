import type { Fate } from "../../../retention/decide";
import type { PlacedGeneration } from "../../../retention/generations-at";
import type { Preview } from "../../../retention/preview";
import { daysOf } from "../../../history/overview/days";
import { RUNS_OVER_ALL } from "../../../domain/kept-archives";
import { harmlessLine } from "../harmless";
import type { KeeperMessages } from "./language";

const BYTES_IN_GIB = 1024 ** 3;

/** A place as it is looked at. */
export interface PreviewedPlace {
  preview: Preview;
  /** What it is, as the history calls it. */
  kind: string;
  /** What a GiB costs there in a month, in yen; absent where nobody told. */
  yenPerGiB?: number;
  /** Names of zip files that lie there and of which the history does not know. */
  unknown: readonly string[];
  /** IANA name. */
  timeZone: string;
}

/** What a rule would do to a place: a calendar, each generation with its reasons, and the sums. */
export function describePreview(messages: KeeperMessages, { preview, ...place }: PreviewedPlace): string[] {
  const { retention } = messages;
  const dayOf = dayIn(place.timeZone);
  const fates = [
    ...preview.stays.map((fate) => ({ ...fate, sign: "#" })),
    ...preview.goes.map((fate) => ({ ...fate, sign: "x" })),
  ].sort((a, b) => b.generation.at.getTime() - a.generation.at.getTime());
  return [
    retention.place(preview.place, place.kind),
    ...[
      retention.rule(preview.rule),
      ...calendar(messages, fates, dayOf),
      ...fates.map(({ sign, ...fate }) => `${sign} ${generationLine(messages, fate, dayOf)}`),
      retention.stays(sumOf(messages, preview.stays, place.yenPerGiB)),
      preview.goes.length > 0 ? retention.goes(sumOf(messages, preview.goes, place.yenPerGiB)) : retention.nothingToGo,
      ...[...preview.nothingGoes].map(([series, why]) => retention.nothingGoes[why](seriesName(messages, series))),
      ...(place.unknown.length > 0 ? [retention.unknownFiles(place.unknown.length, place.unknown.join(", "))] : []),
    ].map((line) => `  ${line}`),
  ].map(harmlessLine);
}

/** A generation by the name that its zips have, with the day of its backup. */
export function generationName({ archive }: PlacedGeneration): string {
  return archive.volumes[0]?.name ?? archive.runId;
}

function generationLine(
  messages: KeeperMessages,
  { generation, wantedBy, guards }: Fate<PlacedGeneration>,
  dayOf: (date: Date) => string,
): string {
  const { retention, quantities } = messages;
  const reasons = [
    ...wantedBy.map((part) => retention.wantedBy[part]),
    ...guards.map((guard) => {
      if (guard === "held") return retention.held(generation.held ?? "");
      if (guard === "locked" && generation.lockedUntil) return retention.lockedUntil(dayOf(generation.lockedUntil));
      return retention.guard[guard];
    }),
  ];
  const what = [
    ...(generation.archive.series === RUNS_OVER_ALL ? [] : [seriesName(messages, generation.archive.series)]),
    ...(generation.isWhole ? [] : [retention.incomplete]),
    quantities.bytes(generation.bytes),
    ...reasons,
  ];
  return `${dayOf(generation.at)}  ${generationName(generation)}  ${what.join(" / ")}`;
}

/** A line for each month that has any, the newest first: one sign for each day. Of several of a day, one that stays counts. */
function calendar(
  { retention }: KeeperMessages,
  fates: ReadonlyArray<{ generation: PlacedGeneration; sign: string }>,
  dayOf: (date: Date) => string,
): string[] {
  const months = new Map<string, string[]>();
  for (const { generation, sign } of fates) {
    const whole = dayOf(generation.at);
    const [month, day] = [whole.slice(0, "2026-11".length), whole.slice("2026-11-".length)];
    const signs = months.get(month) ?? Array.from({ length: daysIn(month) }, () => ".");
    if (signs[Number(day) - 1] !== "#") signs[Number(day) - 1] = sign;
    months.set(month, signs);
  }
  if (months.size === 0) return [];
  const lines = [...months].map(([month, signs]) => `${month}  ${signs.join("")}`);
  return [`${retention.calendar.heading} (${retention.calendar.legend})`, ...lines];
}

function sumOf(
  { quantities }: KeeperMessages,
  fates: ReadonlyArray<Fate<PlacedGeneration>>,
  yenPerGiB: number | undefined,
) {
  const bytes = fates.reduce((sum, { generation }) => sum + generation.bytes, 0);
  return {
    generations: quantities.number(fates.length),
    bytes: quantities.bytes(bytes),
    ...(yenPerGiB !== undefined && { yen: quantities.number(Math.round((bytes / BYTES_IN_GIB) * yenPerGiB)) }),
  };
}

function seriesName({ retention: { series: words } }: KeeperMessages, series: string): string {
  return series === RUNS_OVER_ALL ? words.runs : words.ofApp(series.slice(series.indexOf("/") + 1));
}

function dayIn(timeZone: string): (date: Date) => string {
  const days = daysOf(timeZone);
  return (date) => days(date) ?? "";
}

function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
