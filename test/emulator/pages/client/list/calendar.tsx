import { instantOf, formatDateTime } from "../record/date-time";
import type { Form } from "../record/form-definition";
import type { KintoneRecord } from "../record/record-values";
import { OptionalValue } from "../record/value";
import type { Page } from "../page";
import type { View } from "./views";

interface CalendarProps {
  page: Page;
  view: View;
  form: Form;
  /** `YYYY-MM`. */
  month: string;
  records: KintoneRecord[];
  onMonth(month: string): void;
}

/** A CALENDAR view: one month, each record on the day of the view's date field. */
export function Calendar({ page, view, form, month, records, onMonth }: CalendarProps) {
  const days = recordsByDay(view, form, records, page);
  const [year = 0, monthNumber = 1] = month.split("-").map(Number);
  const language = page.data.user.language === "ja" ? "ja" : "en";
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const first = Date.UTC(year, monthNumber - 1, 1);
  const start = first - new Date(first).getUTCDay() * dayLength;
  const weeks = [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => new Date(start + (week * 7 + day) * dayLength)),
  );
  return (
    <>
      <div class="lk-pager lk-month">
        <button type="button" aria-label={page.text.previous} onClick={() => onMonth(otherMonth(month, -1))}>
          ‹
        </button>
        <span>{month}</span>
        <button type="button" aria-label={page.text.next} onClick={() => onMonth(otherMonth(month, 1))}>
          ›
        </button>
      </div>
      <table class="lk-calendar">
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th>{weekday.format(day)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) => {
                const key = day.toISOString().slice(0, 10);
                return (
                  <td class={key.startsWith(month) ? "" : "lk-other-month"}>
                    <span class="lk-day">{day.getUTCDate()}</span>
                    {(days[key] ?? []).map((record) => (
                      <a href={`show#record=${String(record.$id?.value)}`}>
                        <OptionalValue
                          record={record}
                          code={view.title ?? ""}
                          property={form.properties[view.title ?? ""]}
                          page={page}
                        />
                      </a>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const dayLength = 24 * 60 * 60 * 1000;

/** Records whose date lies in the month, as a query. */
export function monthCondition(view: View, form: Form, month: string, page: Page): string {
  const code = view.date ?? "";
  const from = `${month}-01`;
  const to = `${otherMonth(month, 1)}-01`;
  if (form.properties[code]?.type === "DATE") return `${code} >= "${from}" and ${code} < "${to}"`;
  const { timezone } = page.data.user;
  return `${code} >= "${instantOf(`${from}T00:00`, timezone)}" and ${code} < "${instantOf(`${to}T00:00`, timezone)}"`;
}

/** Records by `YYYY-MM-DD`, as the event object of a calendar carries them. */
export function recordsByDay(
  view: View,
  form: Form,
  records: KintoneRecord[],
  page: Page,
): Record<string, KintoneRecord[]> {
  const days: Record<string, KintoneRecord[]> = {};
  for (const record of records) {
    const value = String(record[view.date ?? ""]?.value ?? "");
    const isDate = form.properties[view.date ?? ""]?.type === "DATE";
    const day = isDate ? value : formatDateTime(value, page.data.user.timezone).slice(0, 10);
    (days[day] ??= []).push(record);
  }
  return days;
}

function otherMonth(month: string, step: number): string {
  const [year = 0, monthNumber = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, monthNumber - 1 + step, 1)).toISOString().slice(0, 7);
}
