import { useEffect, useRef, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../../domain/errors";
import type { RestoringMessages } from "../../text/restoring/language";
import { describeObstacle } from "../../text/restore/comparison-lines";
import { describeProblem } from "../../text/run/problem-sentence";
import type { ArchivedApp, OtherApp, RestoreDesk, ToldSettings } from "../restore-desk";
import { FieldOffer } from "./field-offer";
import { SettingsFound } from "./settings-found";

interface SettingsSectionProps {
  messages: RestoringMessages;
  desk: Pick<RestoreDesk, "compareSettings" | "offerField" | "addField">;
  app: ArchivedApp;
  into?: OtherApp;
}

type State =
  | { kind: "asked" | "under-way" }
  | { kind: "found"; found: Awaited<ReturnType<RestoreDesk["compareSettings"]>> }
  | { kind: "failed"; error: BackupError };

/** What became of the settings of the app, for whoever wants to know: it takes some sixty requests. */
export function SettingsSection({ messages, desk, app, into }: SettingsSectionProps) {
  const { screen } = messages.comparedSettings;
  const [state, setState] = useState<State>({ kind: "asked" });
  /** The field that is to be put back. */
  const [wanted, setWanted] = useState<string>();
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const compare = async () => {
    const { signal } = leaving.current;
    setState({ kind: "under-way" });
    const asked = { folder: app.folder, ...(into && { into }) };
    const told = await desk.compareSettings(asked, { signal, report: () => undefined }).then(
      (found): State => ({ kind: "found", found }),
      (thrown: unknown): State => ({ kind: "failed", error: toBackupError(thrown) }),
    );
    if (!signal.aborted) setState(told);
  };
  const { verdict } = messages.comparedSettings;
  const verdictOf = (found: ToldSettings) =>
    found.verdict === "differs" ? verdict.differs(found.differences) : verdict[found.verdict];
  const isFree = state.kind === "asked" || state.kind === "failed";
  return (
    <section>
      <h2 class="kbm-run-heading">{screen.heading}</h2>
      {isFree && (
        <p class="kbm-way">
          <button type="button" class="kbm-button-small" onClick={compare}>
            {screen.compare}
          </button>
        </p>
      )}
      <div role="status">
        {state.kind === "under-way" && screen.underWay}
        {state.kind === "failed" && describeProblem(messages, { error: state.error })}
        {state.kind === "found" && (
          <p>{"reason" in state.found ? describeObstacle(messages, state.found) : verdictOf(state.found)}</p>
        )}
      </div>
      {state.kind === "found" && !("reason" in state.found) && (
        <SettingsFound messages={messages} {...state.found} onPutBack={into ? undefined : setWanted} />
      )}
      {wanted !== undefined && (
        <FieldOffer
          key={wanted}
          {...{ messages, desk }}
          folder={app.folder}
          field={wanted}
          onEnd={() => {
            setWanted(undefined);
            void compare();
          }}
        />
      )}
    </section>
  );
}
