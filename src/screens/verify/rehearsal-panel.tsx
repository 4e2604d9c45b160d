import { useEffect, useRef, useState } from "preact/hooks";
import { useFocus } from "../run/use-focus";
import type { RehearsalMessages } from "../text/rehearsal/language";
import { Button } from "../ui/button";
import type { ArchiveRehearsal, RehearsalProgress, RehearsalWatcher } from "./archive-rehearsal";
import { Part } from "./part";

interface RehearsalPanelProps {
  messages: RehearsalMessages;
  /** Rejects with the signal's reason, or when the files cannot be read any more. */
  rehearse: (watcher: RehearsalWatcher) => Promise<ArchiveRehearsal>;
}

type State =
  | { kind: "offered"; news?: string }
  | { kind: "rehearsing"; progress?: RehearsalProgress }
  | { kind: "rehearsed"; found: ArchiveRehearsal };

const LOOK = { nothing: "success", asks: "warning", unable: "warning" } as const satisfies Record<
  ArchiveRehearsal["verdict"],
  string
>;

/** Behind a check that the files are sound: what restoring them would meet, when somebody asks. */
export function RehearsalPanel({ messages, rehearse }: RehearsalPanelProps) {
  const { rehearsal, verify, page, quantities } = messages;
  const [state, setState] = useState<State>({ kind: "offered" });
  const stopping = useRef(new AbortController());
  // Nobody waits for the result any more when the page shows something else.
  useEffect(() => () => stopping.current.abort(), []);

  const start = async () => {
    const { signal } = (stopping.current = new AbortController());
    setState({ kind: "rehearsing" });
    try {
      const report = (progress: RehearsalProgress) => setState({ kind: "rehearsing", progress });
      setState({ kind: "rehearsed", found: await rehearse({ report, signal }) });
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      setState({ kind: "offered", news: signal.aborted ? verify.stopped : verify.unreadable(detail) });
    }
  };

  if (state.kind === "rehearsed") return <Rehearsed found={state.found} messages={messages} />;
  return (
    <section>
      <h2 class="kbm-run-heading">{rehearsal.offer}</h2>
      <p>{rehearsal.introduction}</p>
      {state.kind === "offered" ? (
        <Button text={rehearsal.offer} onClick={start} />
      ) : (
        <Button text={page.cancel} onClick={() => stopping.current.abort()} />
      )}
      <div role="status">
        {state.kind === "offered" && state.news}
        {state.kind === "rehearsing" && (
          <p>
            {state.progress && rehearsal.rehearsing(state.progress.app)}{" "}
            <span class="kbm-quiet">{state.progress && quantities.number(state.progress.done)}</span>
          </p>
        )}
      </div>
    </section>
  );
}

function Rehearsed({ found: { verdict, apps }, messages }: { found: ArchiveRehearsal; messages: RehearsalMessages }) {
  const notice = useFocus<HTMLDivElement>(verdict);
  return (
    <section>
      <div class={`kbm-notice kbm-notice-${LOOK[verdict]}`} role="status" tabIndex={-1} ref={notice}>
        <p>
          <b>{messages.rehearsal.verdict[verdict]}</b>
        </p>
      </div>
      {apps.map(({ app, lines }, at) => (
        <Part key={at} heading={app}>
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </Part>
      ))}
    </section>
  );
}
