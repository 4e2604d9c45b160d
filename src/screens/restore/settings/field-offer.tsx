import { useEffect, useRef, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
import type { RestoringMessages } from "../../text/restoring/language";
import { describeProblem } from "../../text/run/problem-sentence";
import { useFocus } from "../../run/use-focus";
import type { OfferedField, RestoreDesk } from "../restore-desk";

interface FieldOfferProps {
  messages: RestoringMessages;
  desk: Pick<RestoreDesk, "offerField" | "addField">;
  /** A field of an app of the archive. */
  folder: string;
  field: string;
  onEnd: () => void;
}

type State =
  | { kind: "looking" | "adding" }
  | { kind: "offered"; offer: OfferedField }
  | { kind: "ended"; sentence: string }
  | { kind: "failed"; error: BackupError };

/** What putting one field back would do; it is done when somebody says so, and the button names app and field. */
export function FieldOffer({ messages, desk, folder, field, onEnd }: FieldOfferProps) {
  const { addedField } = messages;
  const [state, setState] = useState<State>({ kind: "looking" });
  const leaving = useRef(new AbortController());
  const notice = useFocus<HTMLDivElement>(state.kind);
  const work = async (step: (watcher: { signal: AbortSignal; report: () => void }) => Promise<State>) => {
    const { signal } = leaving.current;
    const next = await step({ signal, report: () => undefined }).catch((thrown: unknown): State => ({
      ...{ kind: "failed", error: toBackupError(thrown) },
    }));
    if (!signal.aborted) setState(next);
  };
  useEffect(() => {
    void work(async (watcher) => ({ kind: "offered", offer: await desk.offerField({ folder, field }, watcher) }));
    return () => leaving.current.abort();
  }, []);
  const add = () => {
    setState({ kind: "adding" });
    void work(async (watcher) => ({ kind: "ended", sentence: await desk.addField({ folder, field }, watcher) }));
  };
  const isUnderWay = state.kind === "looking" || state.kind === "adding";
  return (
    <div class="kbm-notice kbm-notice-warning" role="status" tabIndex={-1} ref={notice}>
      {state.kind === "looking" && addedField.screen.looking}
      {state.kind === "adding" && addedField.adding}
      {state.kind === "ended" && <p>{state.sentence}</p>}
      {state.kind === "failed" && <p>{describeProblem(messages, { error: state.error })}</p>}
      {state.kind === "offered" &&
        ("why" in state.offer ? <p>{state.offer.why}</p> : state.offer.would.map((line) => <p key={line}>{line}</p>))}
      {!isUnderWay && (
        <p class="kbm-way">
          {state.kind === "offered" && "app" in state.offer && (
            <button type="button" class="kbm-button-small" onClick={add}>
              {addedField.screen.doIt(state.offer.app, field)}
            </button>
          )}
          <button type="button" class="kbm-button-small" onClick={onEnd}>
            {state.kind === "offered" && "app" in state.offer ? addedField.screen.cancel : messages.run.close}
          </button>
        </p>
      )}
    </div>
  );
}
