import type { BackupError } from "../../domain/errors";
import type { ChainVerdict } from "../../history/chain/verdict";
import { useFocus } from "../run/use-focus";
import type { InspectorMessages } from "../text/chain/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { VerdictPanel } from "./verdict-panel";

export type ChainState =
  | { kind: "reading"; runs: number }
  | { kind: "checked"; verdict: ChainVerdict }
  | { kind: "failed"; error: BackupError };

interface ChainPanelProps {
  state: ChainState;
  messages: InspectorMessages;
  urlOf: (recordId: string) => string;
  onClose: () => void;
}

/** The body of the dialog, however far the check is. */
export function ChainPanel({ state, messages, urlOf, onClose }: ChainPanelProps) {
  const { page, run } = messages;
  return (
    <div class="kbm-run-panel">
      {state.kind === "reading" && <Reading runs={state.runs} messages={messages} />}
      {state.kind === "checked" && <VerdictPanel verdict={state.verdict} messages={messages} urlOf={urlOf} />}
      {state.kind === "failed" && <Failure error={state.error} messages={messages} />}
      <div class="kbm-buttons">
        <Button text={state.kind === "reading" ? page.cancel : run.close} onClick={onClose} />
      </div>
    </div>
  );
}

/** How many there are is not known, so no share is shown. */
function Reading({ runs, messages: { chain } }: { runs: number; messages: InspectorMessages }) {
  const news = useFocus<HTMLParagraphElement>();
  return (
    <>
      <p class="kbm-run-phase" role="status" tabIndex={-1} ref={news}>
        {chain.reading}
      </p>
      <progress aria-label={chain.title} />
      <p class="kbm-run-note">{chain.read(runs)}</p>
    </>
  );
}

function Failure({ error, messages }: { error: BackupError; messages: InspectorMessages }) {
  const news = useFocus<HTMLDivElement>();
  return (
    <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={news}>
      <p>
        <b>{messages.chain.failed}</b>
      </p>
      <p>{describeProblem(messages, { error })}</p>
    </div>
  );
}
