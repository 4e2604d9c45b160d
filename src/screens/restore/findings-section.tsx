import type { AppRef } from "../../domain/target";
import type { Comparison } from "../../restore/compare/comparison";
import { KINDS } from "../text/restore/comparison-lines";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import { FindingsTable } from "./findings-table";
import type { FindingKind, Ticking } from "./found-records";
import type { RestoreDesk } from "./restore-desk";
import { type FindingsView, isNarrowed } from "./findings-view";
import { TickedLine } from "./ticked-line";

interface FindingsSectionProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  app: AppRef;
  counts: Comparison["counts"];
  view: FindingsView;
  onLook: (asked: FindingsView["asked"]) => void;
  onTick: (ticking: Ticking) => void;
}

/** So many are drawn in a moment, and more nobody looks at without searching. */
export const PAGE = 50;

/** The records that differ, by kind and by words, a page at a time: the Worker has them all. */
export function FindingsSection({ messages, desk, app, counts, view, onLook, onTick }: FindingsSectionProps) {
  const { restoring, quantities } = messages;
  const { compared } = restoring;
  const { asked, page, failed } = view;
  const present = KINDS.filter((kind) => counts[kind] > 0);
  if (present.length === 0) return null;
  const { from } = asked;
  const total = page?.total ?? 0;
  const turn = (to: number) => onLook({ ...asked, from: to });
  return (
    <section>
      <h2 class="kbm-run-heading">{compared.records}</h2>
      <div class="kbm-filter">
        <label>
          {compared.kind}
          <select
            value={asked.kind ?? ""}
            onChange={({ currentTarget }) =>
              onLook({ ...asked, from: 0, kind: (currentTarget.value || undefined) as FindingKind | undefined })
            }
          >
            <option value="">{compared.all}</option>
            {present.map((kind) => (
              <option key={kind} value={kind}>
                {`${compared.kinds[kind]} (${quantities.number(counts[kind])})`}
              </option>
            ))}
          </select>
        </label>
        <label class="kbm-search">
          {compared.search}
          <input
            type="search"
            value={asked.search}
            onInput={({ currentTarget }) => onLook({ ...asked, from: 0, search: currentTarget.value })}
          />
        </label>
      </div>
      {failed && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{describeProblem(messages, { error: failed })}</p>
          <button type="button" class="kbm-button-small" onClick={() => onLook({ ...asked })}>
            {compared.tryAgain}
          </button>
        </div>
      )}
      <p role="status">
        {page && (total > 0 ? compared.shown(from + 1, from + page.records.length, total) : compared.nothing)}
      </p>
      {page && <TickedLine {...{ messages, counts, page, onTick }} filter={asked} isNarrowed={isNarrowed(asked)} />}
      {page && total > 0 && (
        <FindingsTable {...{ messages, onTick }} records={page.records} urlOf={(id) => desk.urlOf(app, id)} />
      )}
      {total > PAGE && (
        <div class="kbm-pages">
          <button type="button" class="kbm-button-small" disabled={from === 0} onClick={() => turn(from - PAGE)}>
            {compared.previous}
          </button>
          <button
            type="button"
            class="kbm-button-small"
            disabled={from + PAGE >= total}
            onClick={() => turn(from + PAGE)}
          >
            {compared.next}
          </button>
        </div>
      )}
    </section>
  );
}
