import type { Page } from "../page";
import type { View } from "./views";

interface ToolbarProps {
  page: Page;
  views: View[];
  view: View;
  query: string;
  headerMenuSpace: HTMLElement;
  onView(view: View): void;
  onQuery(query: string): void;
}

/** Above a list: the choice of the view, the user's filter, the header menu space, and "add". */
export function Toolbar({ page, views, view, query, headerMenuSpace, onView, onQuery }: ToolbarProps) {
  const { text, data } = page;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget as HTMLFormElement).get("query");
    onQuery(String(value ?? "").trim());
  };
  return (
    <div class="lk-toolbar">
      <select
        class="lk-view-select"
        aria-label={text.list}
        value={view.id}
        onChange={(event) => {
          const next = views.find(({ id }) => id === event.currentTarget.value);
          if (next) onView(next);
        }}
      >
        {views.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <details class="lk-filter">
        <summary title={text.filter}>▽</summary>
        <form onSubmit={submit} key={query}>
          <label>
            {text.condition}
            <input name="query" defaultValue={query} size={48} />
          </label>
          <button class="lk-button" type="submit">
            {text.filter}
          </button>
          <button class="lk-button" type="button" onClick={() => onQuery("")}>
            {text.clear}
          </button>
        </form>
      </details>
      <div class="lk-header-menu-frame" ref={(element) => element?.append(headerMenuSpace)} />
      {data.app?.permissions.addRecords && (
        <a class="lk-add" href="edit" title={text.addRecord} aria-label={text.addRecord}>
          ＋
        </a>
      )}
    </div>
  );
}
