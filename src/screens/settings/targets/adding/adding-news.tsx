import { useFocus } from "../../../run/use-focus";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Unrecorded } from "../unrecorded";
import type { AddingNews as News } from "./use-adding";

/** What became of the last adding. The button that was pressed may be gone, so its end takes the focus. */
export function AddingNews({ news, messages }: { news: News; messages: AdminMessages }) {
  const text = messages.settings.adding.news;
  const element = useFocus<HTMLDivElement>(news.kind === "done" || news.kind === "failed" ? news : undefined);
  const { added, present, failed, error, unrecorded } = countsOf(news);
  return (
    <div class="kbm-save-news" tabIndex={-1} ref={news.kind === "none" || news.kind === "adding" ? null : element}>
      <div role="status">
        {news.kind === "adding" && <p>{text.adding(news.written, news.of)}</p>}
        {added > 0 && <p class="kbm-notice kbm-notice-success">{text.added(added)}</p>}
        {present > 0 && <p>{text.present(present)}</p>}
      </div>
      <Unrecorded error={unrecorded} messages={messages} />
      {error && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{text.failed(failed)}</p>
          <p>{describeProblem(messages, { error })}</p>
        </div>
      )}
    </div>
  );
}

/** How many, of each kind, and why some failed. */
function countsOf(news: News) {
  switch (news.kind) {
    case "done": {
      const { added, present, failed, error, unrecorded } = news.outcome;
      return { added: added.length, present: present.length, failed: failed.length, error, unrecorded };
    }
    case "failed":
      return { added: 0, present: 0, failed: news.targets, error: news.error, unrecorded: undefined };
    default:
      return { added: 0, present: 0, failed: 0, error: undefined, unrecorded: undefined };
  }
}
