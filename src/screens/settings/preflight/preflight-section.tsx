import { useFocus } from "../../run/use-focus";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { DomainSection } from "./domain-section";
import { RoomSection } from "./room-news";
import { SecurityList } from "./security-list";
import { TargetChecks } from "./target-checks";
import { useCheck } from "../use-check";
import type { PreflightDesk, PreflightNews } from "./preflight-desk";

/** Before the first run, and whenever something changed: what would be missing, and what is open that should not be. */
export function PreflightSection({ desk, messages }: { desk: PreflightDesk; messages: AdminMessages }) {
  const [state, check] = useCheck(desk);
  const text = messages.settings.preflight;
  const isDone = state.kind === "done" || state.kind === "failed";
  return (
    <section class="kbm-preflight" aria-labelledby="kbm-preflight-title" lang={text.locale}>
      <h2 id="kbm-preflight-title">{text.title}</h2>
      <p>{text.introduction}</p>
      <p class="kbm-quiet">{text.asYou}</p>
      {/* Never disabled, as the focus would be lost; a press while it checks does nothing. */}
      <Button main={!isDone} text={isDone ? text.again : text.button} onClick={check} />
      <p role="status">{state.kind === "checking" && text.checking(state.done, state.of)}</p>
      {state.kind === "failed" && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{text.unreadable}</p>
          <p>{describeProblem(messages, state)}</p>
        </div>
      )}
      {state.kind === "done" && <News news={state.news} messages={messages} />}
    </section>
  );
}

function News({ news, messages }: { news: PreflightNews; messages: AdminMessages }) {
  const text = messages.settings.preflight;
  const heading = useFocus<HTMLHeadingElement>(news);
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {text.targets}
      </h3>
      <TargetChecks checks={news.targets} last={news.last} messages={messages} />
      {news.domain && <DomainSection problems={news.domain} messages={messages} />}
      <RoomSection room={news.room} messages={messages} />
      <SecurityList items={news.security} messages={messages} />
    </>
  );
}
