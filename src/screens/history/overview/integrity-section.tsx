import { answerOf } from "../../../history/chain/verdict";
import type { HistoryView } from "./history-view";
import { RunLink } from "./run-link";

const LOOK = { sound: "success", broken: "error", nothing: "warning", hidden: "warning" } as const;

/** From which run to which the chain holds, or the first run that does not fit. The same on the screen and on paper. */
export function IntegritySection({ view }: { view: HistoryView }) {
  const { overview, messages, number } = view;
  const { chain, history } = messages;
  const { verdict } = overview;
  const { holds, breaks, hidden, earlier, unfinished } = verdict;
  const answer = answerOf(verdict);
  const [first] = breaks;
  return (
    <section>
      <h3>{history.integrity.heading}</h3>
      <div class={`kbm-notice kbm-notice-${LOOK[answer]}`}>
        <p>
          <b>{chain.answer[answer]({ breaks: breaks.length, hidden })}</b>
        </p>
        {answer !== "hidden" && holds && <Holds holds={holds} view={view} />}
        {answer === "broken" && first && (
          <p>
            {history.integrity.first}
            <RunLink run={first.run} view={view} /> {chain.misfit[first.kind]}
          </p>
        )}
        {answer === "broken" && breaks.length > 1 && <p>{history.integrity.others(number(breaks.length - 1))}</p>}
      </div>
      {answer !== "hidden" && earlier > 0 && <p class="kbm-quiet">{chain.earlier(earlier)}</p>}
      {answer !== "hidden" && unfinished > 0 && <p class="kbm-quiet">{chain.unfinished(unfinished)}</p>}
      <p class="kbm-quiet">{chain.limits}</p>
    </section>
  );
}

type Stretch = NonNullable<HistoryView["overview"]["verdict"]["holds"]>;

function Holds({ holds, view }: { holds: Stretch; view: HistoryView }) {
  const { messages, moment, number } = view;
  const { history, chain } = messages;
  const name = ({ startedAt }: Stretch["from"]) => moment(startedAt) ?? history.runs.unknownTime;
  return (
    <>
      <p>{history.integrity.holds(number(holds.runs), name(holds.from), name(holds.to))}</p>
      <p class="kbm-quiet">
        {chain.lastDigest}: {holds.digest}
      </p>
    </>
  );
}
