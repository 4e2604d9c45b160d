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

const ID = "kbm-verify";

/** Puts "Check zip files" into the space, in the place of that of another record: the page changes records without a load. */
export function mountVerifySection(space: HTMLElement, options: VerifySectionOptions): void {
  const former = document.getElementById(ID);
  if (former) {
    render(null, former);
    former.remove();
  }
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  space.append(place);
  render(<VerifySection {...options} />, place);
}

/** Folded, as most who come to a run's record come to read it. */
function VerifySection(options: VerifySectionOptions) {
  const { title, noArchive } = options.messages.verify;
  return (
    <details>
      <summary>{title}</summary>
      {options.told.volumes.length > 0 ? <VerifyPanel {...options} /> : <p class="kbm-verify-panel">{noArchive}</p>}
    </details>
  );
}

function VerifyPanel({ messages, told, check }: VerifySectionOptions) {
  const { verify, run } = messages;
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
      {state.kind === "checking" && <Button text={run.cancel} onClick={() => stopping.current.abort()} />}
      <div role="status">{state.kind === "waiting" && state.news}</div>
      {state.kind === "done" && (
        <JudgementPanel judgement={judge(told, state.check)} check={state.check} told={told} messages={messages} />
      )}
    </div>
  );
}

function Checking({ progress, messages }: { progress: CheckProgress | undefined; messages: AuditorMessages }) {
  const { verify, run, quantities } = messages;
  const { name = "", done = 0, total = 0 } = progress ?? {};
  return (
    <div>
      <p role="status">{verify.checking(name)}</p>
      <progress aria-label={verify.title} value={total > 0 ? done / total : 0} />
      <p class="kbm-quiet">{run.amount(quantities.bytes(done), quantities.bytes(total))}</p>
    </div>
  );
}
