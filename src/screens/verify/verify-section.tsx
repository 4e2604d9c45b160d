import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AuditorMessages } from "../text/verify/language";
import { Button } from "../ui/button";
import type { ArchiveCheck, CheckProgress } from "./archive-check";
import { FileChoice } from "./file-choice";
import { type ToldArchive, judge } from "./judgement";
import { JudgementPanel } from "./judgement-panel";

interface VerifySectionOptions {
  messages: AuditorMessages;
  told: ToldArchive;
  /** Reads the files back. Rejects with the signal's reason, or when they cannot be read. */
  check: (files: readonly File[], watcher: CheckWatcher) => Promise<ArchiveCheck>;
}

export interface CheckWatcher {
  report: (progress: CheckProgress) => void;
  signal: AbortSignal;
}

type State =
  | { kind: "waiting"; news?: string }
  | { kind: "checking"; progress?: CheckProgress }
  | { kind: "done"; check: ArchiveCheck };

/** Draws the check of zip files; returns what takes it away again. */
export function mountVerifySection(place: HTMLElement, options: VerifySectionOptions): () => void {
  render(<VerifySection {...options} />, place);
  return () => render(null, place);
}

function VerifySection(options: VerifySectionOptions) {
  const { noArchive } = options.messages.verify;
  return options.told.volumes.length > 0 ? <VerifyPanel {...options} /> : <p class="kbm-verify-panel">{noArchive}</p>;
}

function VerifyPanel({ messages, told, check }: VerifySectionOptions) {
  const { page, verify } = messages;
  const [state, setState] = useState<State>({ kind: "waiting" });
  const stopping = useRef(new AbortController());
  // Nobody waits for the result any more when the page shows another record.
  useEffect(() => () => stopping.current.abort(), []);

  const start = async (files: readonly File[]) => {
    const { signal } = (stopping.current = new AbortController());
    setState({ kind: "checking" });
    try {
      const report = (progress: CheckProgress) => setState({ kind: "checking", progress });
      setState({ kind: "done", check: await check(files, { report, signal }) });
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      setState({ kind: "waiting", news: signal.aborted ? verify.stopped : verify.unreadable(detail) });
    }
  };

  return (
    <div class="kbm-verify-panel">
      <p>{verify.introduction}</p>
      {state.kind === "checking" ? (
        <Checking progress={state.progress} messages={messages} />
      ) : (
        <FileChoice messages={messages} onChoose={start} />
      )}
      {state.kind === "checking" && <Button text={page.cancel} onClick={() => stopping.current.abort()} />}
      <div role="status">{state.kind === "waiting" && state.news}</div>
      {state.kind === "done" && (
        <JudgementPanel judgement={judge(told, state.check)} check={state.check} told={told} messages={messages} />
      )}
    </div>
  );
}

function Checking({ progress, messages }: { progress: CheckProgress | undefined; messages: AuditorMessages }) {
  const { page, verify, run, quantities } = messages;
  const { name = "", done = 0, total = 0 } = progress ?? {};
  return (
    <div>
      <p role="status">{verify.checking(name)}</p>
      <progress aria-label={page.verify} value={total > 0 ? done / total : 0} />
      <p class="kbm-quiet">{run.amount(quantities.bytes(done), quantities.bytes(total))}</p>
    </div>
  );
}
