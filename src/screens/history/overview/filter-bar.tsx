import type { Status } from "../../../domain/status";
import { NO_FILTER, type RunFilter } from "../../../history/overview/filter";
import type { HistoryView } from "./history-view";

interface FilterBarProps {
  view: HistoryView;
  filter: RunFilter;
  /** How many runs it leaves. */
  shown: number;
  onChange: (filter: RunFilter) => void;
}

/** Period, status and target. What is typed holds at once, and how many runs are left is told to those who do not see it. */
export function FilterBar({ view, filter, shown, onChange }: FilterBarProps) {
  const { overview, messages, number, words } = view;
  const { filter: texts } = messages.history;
  const change = (name: keyof RunFilter) => (event: Event) =>
    onChange({ ...filter, [name]: (event.currentTarget as HTMLInputElement | HTMLSelectElement).value });
  const day = (name: "from" | "to") => (
    <label>
      {texts[name]}
      <input
        type="date"
        value={filter[name]}
        min={name === "to" ? filter.from || overview.firstDay : overview.firstDay}
        max={overview.today}
        onChange={change(name)}
      />
    </label>
  );
  return (
    <section>
      <h3>{texts.heading}</h3>
      <div class="kbm-filter">
        {day("from")}
        {day("to")}
        <label>
          {messages.history.runs.column.status}
          <select value={filter.status} onChange={change("status")}>
            <option value="">{texts.all}</option>
            {(Object.keys(messages.status) as Status[]).map((status) => (
              <option key={status} value={status}>
                {messages.status[status]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.target}
          <select value={filter.target} onChange={change("target")}>
            <option value="">{texts.all}</option>
            {overview.targets.map(({ key, appName }) => (
              <option key={key} value={key}>
                {words(appName ? `${appName} (${key})` : key)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="kbm-button-small" onClick={() => onChange(NO_FILTER)}>
          {texts.reset}
        </button>
      </div>
      <p role="status">{texts.shown(number(shown), number(overview.runs.length))}</p>
    </section>
  );
}
