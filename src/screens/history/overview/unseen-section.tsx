import type { HistoryView } from "./history-view";

/** What this user could not see, and what nobody can see here. */
export function UnseenSection({ view }: { view: HistoryView }) {
  const { overview, messages } = view;
  const { unseen } = messages.history;
  const { hidden, appsKnown } = overview;
  return (
    <section>
      <h3>{unseen.heading}</h3>
      {(hidden.length > 0 || !appsKnown) && (
        <div class="kbm-notice kbm-notice-warning">
          {hidden.length > 0 && <p>{unseen.fields(hidden.join(", "))}</p>}
          {!appsKnown && <p>{unseen.apps}</p>}
        </div>
      )}
      <p class="kbm-quiet">{unseen.always}</p>
    </section>
  );
}
