import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
import type { Overview } from "../../../history/overview/overview";
import { useFocus } from "../../run/use-focus";
import type { OverviewMessages } from "../../text/history/language";
import { describeProblem } from "../../text/run/problem-sentence";
import type { EvidenceAccess } from "../evidence/evidence-section";
import { historyView } from "./history-view";
import { OverviewPanel } from "./overview-panel";

export interface OverviewScreenOptions {
  messages: OverviewMessages;
  /** Reads everything; is told when nobody waits for it any more, and tells how many runs were read by now. */
  read: (report: (runs: number) => void, signal: AbortSignal) => Promise<Overview>;
  urlOf: (recordId: string) => string;
  access: EvidenceAccess;
  /** Whether it came because somebody pressed a button, who should find it where the focus is. */
  takesFocus: boolean;
}

/** Draws the overview into a place of its own; returns what takes it away again. */
export function mountOverview(place: HTMLElement, options: OverviewScreenOptions): () => void {
  place.classList.add("kbm-overview");
  place.lang = options.messages.locale;
  render(<OverviewScreen {...options} />, place);
  return () => render(null, place);
}

type State =
  { kind: "reading"; runs: number } | { kind: "read"; overview: Overview } | { kind: "failed"; error: BackupError };

function OverviewScreen({ messages, read, urlOf, access, takesFocus }: OverviewScreenOptions) {
  const [state, setState] = useState<State>({ kind: "reading", runs: 0 });
  const [attempt, setAttempt] = useState(1);
  const heading = useFocus<HTMLHeadingElement>(attempt);
  const { history } = messages;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const show = (next: State) => {
      if (!signal.aborted) setState(next);
    };
    read((runs) => show({ kind: "reading", runs }), signal).then(
      (overview) => show({ kind: "read", overview }),
      (thrown: unknown) => show({ kind: "failed", error: toBackupError(thrown) }),
    );
    return () => leaving.abort();
  }, [attempt, read]);
  const again = () => {
    setState({ kind: "reading", runs: 0 });
    setAttempt(attempt + 1);
  };
  return (
    <>
      <h2 tabIndex={-1} ref={takesFocus || attempt > 1 ? heading : null}>
        {history.title}
      </h2>
      {state.kind === "reading" && (
        <>
          <p role="status">{history.reading}</p>
          <progress aria-label={history.title} />
          <p class="kbm-quiet">{history.read(messages.quantities.number(state.runs))}</p>
        </>
      )}
      {state.kind === "failed" && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>
            <b>{history.failed}</b>
          </p>
          <p>{describeProblem(messages, { error: state.error })}</p>
          <button type="button" class="kbm-button-small" onClick={again}>
            {history.again}
          </button>
        </div>
      )}
      {state.kind === "read" && <Read overview={state.overview} {...{ messages, urlOf, access }} />}
    </>
  );
}

type ReadProps = Pick<OverviewScreenOptions, "messages" | "urlOf" | "access"> & { overview: Overview };

function Read({ overview, messages, urlOf, access }: ReadProps) {
  const view = useMemo(() => historyView(overview, messages, urlOf), [overview, messages, urlOf]);
  return <OverviewPanel view={view} access={access} />;
}
