import { useEffect, useRef, useState } from "preact/hooks";
import type { AuditorMessages } from "../text/verify/language";
import { Button } from "../ui/button";
import type { CheckProgress, CheckWatcher } from "./archive-check";
import { FileChoice } from "./file-choice";

interface FileCheckProps<Result> {
  messages: AuditorMessages;
  /** Reads the files. Rejects with the signal's reason, or when they cannot be read. */
  check: (files: readonly File[], watcher: CheckWatcher) => Promise<Result>;
  onChecked: (result: Result) => void;
  /** What was found before is no more what somebody looks at. */
  onStart?: (files: readonly File[]) => void;
  /** Which files the picker shows; zips when absent. */
  accept?: string;
  /** Files that are at hand, and read at once. */
  atHand?: readonly File[] | undefined;
}

type State = { kind: "waiting"; news?: string } | { kind: "checking"; progress?: CheckProgress };

/** Files are chosen, read, and can be chosen again; meanwhile it says how far it is, and can be stopped. */
export function FileCheck<Result>({ messages, check, onChecked, onStart, accept, atHand }: FileCheckProps<Result>) {
  const { page, verify } = messages;
  const [state, setState] = useState<State>({ kind: "waiting" });
  const stopping = useRef(new AbortController());
  // Nobody waits for the result any more when the page shows something else.
  useEffect(() => () => stopping.current.abort(), []);

  const start = async (files: readonly File[]) => {
    const { signal } = (stopping.current = new AbortController());
    setState({ kind: "checking" });
    onStart?.(files);
    try {
      const report = (progress: CheckProgress) => setState({ kind: "checking", progress });
      const result = await check(files, { report, signal });
      setState({ kind: "waiting" });
      onChecked(result);
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      setState({ kind: "waiting", news: signal.aborted ? verify.stopped : verify.unreadable(detail) });
    }
  };

  useEffect(() => {
    if (atHand) void start(atHand);
  }, []);

  return (
    <>
      {state.kind === "checking" ? (
        <>
          <Checking progress={state.progress} messages={messages} />
          <Button text={page.cancel} onClick={() => stopping.current.abort()} />
        </>
      ) : (
        <FileChoice messages={messages} onChoose={start} {...(accept !== undefined && { accept })} />
      )}
      <div role="status">{state.kind === "waiting" && state.news}</div>
    </>
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
