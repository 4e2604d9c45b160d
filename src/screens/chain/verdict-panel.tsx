import { type ChainAnswer, type ChainVerdict, answerOf } from "../../history/chain/verdict";
import type { RunReference } from "../../history/runs/run-reference";
import { useFocus } from "../run/use-focus";
import type { InspectorMessages } from "../text/chain/language";
import { runName } from "../text/chain/run-name";

interface VerdictPanelProps {
  verdict: ChainVerdict;
  messages: InspectorMessages;
  urlOf: (recordId: string) => string;
}

/** When everything broke, the first ones tell enough; the command lists them all. */
const SHOWN = 50;

const LOOK: Record<ChainAnswer, "success" | "warning" | "error"> = {
  sound: "success",
  broken: "error",
  nothing: "warning",
  hidden: "warning",
};

/** What came of the check: the answer, what holds, what the chain says nothing about, and each run that does not fit. */
export function VerdictPanel({ verdict, messages, urlOf }: VerdictPanelProps) {
  const { chain } = messages;
  const { holds, earlier, unfinished, breaks, hidden } = verdict;
  const answer = answerOf(verdict);
  const news = useFocus<HTMLDivElement>();
  // In a tab of its own, as the verdict would be gone.
  const link = (run: RunReference) => (
    <a href={urlOf(run.recordId)} target="_blank" rel="noopener">
      {runName(messages, run)}
    </a>
  );
  return (
    <>
      <div class={`kbm-notice kbm-notice-${LOOK[answer]}`} role="status" tabIndex={-1} ref={news}>
        <b>{chain.answer[answer]({ breaks: breaks.length, hidden })}</b>
      </div>
      {answer !== "hidden" && (
        <>
          {holds && (
            <section>
              <h2 class="kbm-run-heading">{chain.holds(holds.runs)}</h2>
              {link(holds.from)}
              {holds.runs > 1 && <> – {link(holds.to)}</>}
              <p class="kbm-quiet">
                {chain.lastDigest}: {holds.digest}
              </p>
            </section>
          )}
          {earlier > 0 && <p>{chain.earlier(earlier)}</p>}
          {unfinished > 0 && <p>{chain.unfinished(unfinished)}</p>}
          {breaks.length > 0 && (
            <section>
              <h2 class="kbm-run-heading">{chain.breaks(breaks.length)}</h2>
              <ul class="kbm-problems">
                {breaks.slice(0, SHOWN).map(({ kind, run }, at) => (
                  <li key={run.recordId}>
                    {at === 0 && <b>{chain.first}</b>}
                    {link(run)}
                    <p>{chain.misfit[kind]}</p>
                  </li>
                ))}
                {breaks.length > SHOWN && <li>{chain.more(breaks.length - SHOWN)}</li>}
              </ul>
            </section>
          )}
          <p class="kbm-quiet">{chain.limits}</p>
        </>
      )}
    </>
  );
}
