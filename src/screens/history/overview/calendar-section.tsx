import { useState } from "preact/hooks";
import type { CalendarDay } from "../../../history/overview/calendar";
import { dayAfter, type Day } from "../../../history/overview/days";
import type { RunFilter } from "../../../history/overview/filter";
import { StatusBadge } from "../../ui/status-badge";
import type { HistoryView } from "./history-view";

interface CalendarSectionProps {
  view: HistoryView;
  /** Of the whole history. */
  days: readonly CalendarDay[];
  /** Those of the period that have no backup, and how many it has in all. */
  missing: { days: number; of: number };
  filter: RunFilter;
  onDay: (day: Day | "") => void;
}

/** A month of days, each with a sign and words. A day with runs can be pressed: then only they are shown. */
export function CalendarSection({ view, days, missing, filter, onDay }: CalendarSectionProps) {
  const { overview, messages, number } = view;
  const { calendar, days: explained } = messages.history;
  const [month, setMonth] = useState((filter.to || overview.today).slice(0, "2026-11".length));
  const weeks = weeksOf(month);
  const byDay = new Map(days.map((one) => [one.day, one]));
  const title = new Intl.DateTimeFormat(messages.locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(messages.locale, { weekday: "short", timeZone: "UTC" });
  const [first = overview.today, last = overview.today] = [days[0]?.day, days.at(-1)?.day];
  const turn = (text: string, to: Day, possible: boolean) => (
    <button
      type="button"
      class="kbm-button-small"
      aria-disabled={!possible}
      onClick={() => possible && setMonth(to.slice(0, "2026-11".length))}
    >
      {text}
    </button>
  );
  return (
    <section>
      <h3>{calendar.heading}</h3>
      <p>{calendar.missing(number(missing.days), number(missing.of))}</p>
      <div class="kbm-month">
        {turn(calendar.previous, dayAfter(`${month}-01`, -1), first < `${month}-01`)}
        <b aria-live="polite">{title.format(new Date(`${month}-01`))}</b>
        {turn(calendar.next, dayAfter(`${month}-28`, 4), last.slice(0, "2026-11".length) > month)}
      </div>
      <table class="kbm-calendar">
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekday.format(new Date(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  {day.startsWith(month) && (
                    <DayCell
                      view={view}
                      day={day}
                      told={byDay.get(day)}
                      chosen={filter.from === day && filter.to === day}
                      onDay={onDay}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="kbm-quiet">{explained(overview.timeZone)}</p>
    </section>
  );
}

interface DayCellProps {
  view: HistoryView;
  day: Day;
  /** Absent before the history began, and for days to come. */
  told: CalendarDay | undefined;
  chosen: boolean;
  onDay: (day: Day | "") => void;
}

function DayCell({ view, day, told, chosen, onDay }: DayCellProps) {
  const { messages, number } = view;
  const { calendar } = messages.history;
  const figure = number(Number(day.slice(-2)));
  if (!told) return <span class="kbm-day kbm-quiet">{figure}</span>;
  const { state, runs, missing } = told;
  const looks = `kbm-day${missing ? " kbm-day-missing" : ""}`;
  if (state === "none" || runs.length === 0) {
    return (
      <span class={looks}>
        <b>{figure}</b> {calendar[missing ? "noBackup" : "none"]}
      </span>
    );
  }
  return (
    <button type="button" class={looks} aria-pressed={chosen} onClick={() => onDay(chosen ? "" : day)}>
      <b>{figure}</b> <StatusBadge status={state} messages={messages} />
      {runs.length > 1 && calendar.runs(number(runs.length))}
    </button>
  );
}

/** The weeks of a month from Sunday on, with the days of its neighbours that fill them up. */
function weeksOf(month: string): Day[][] {
  const first = `${month}-01`;
  const begin = dayAfter(first, -new Date(first).getUTCDay());
  const week = (at: number) => [0, 1, 2, 3, 4, 5, 6].map((day) => dayAfter(begin, 7 * at + day));
  return [0, 1, 2, 3, 4, 5].map(week).filter((days) => days.some((day) => day.startsWith(month)));
}
