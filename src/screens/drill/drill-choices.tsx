import type { BackupError } from "../../domain/errors";
import { nameOf } from "../restore/app-names";
import type { OpenedArchive } from "../restore/restore-desk";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { type DrillDraft, lackingIn } from "./drill-draft";

interface DrillChoicesProps {
  messages: DrillingMessages;
  archive: OpenedArchive;
  draft: DrillDraft;
  /** Why nothing could be foreseen. */
  failed?: BackupError;
  onChange: (draft: DrillDraft) => void;
  onBack: () => void;
  onForesee: () => void;
}

/** Which apps are drilled, with which of their records, and why. */
export function DrillChoices({ messages, archive, draft, failed, onChange, onBack, onForesee }: DrillChoicesProps) {
  const { drilling, restoring } = messages;
  const heading = useFocus<HTMLHeadingElement>();
  const change = (news: Partial<DrillDraft>) => onChange({ ...draft, ...news });
  const lacking = lackingIn(draft);
  const others = (folder: string) => draft.folders.filter((each) => each !== folder);
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={heading} tabIndex={-1}>
        {drilling.offer}
      </h2>
      <p>{drilling.introduction}</p>
      {failed && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {describeProblem(messages, { error: failed })}
        </p>
      )}
      <fieldset class="kbm-choices">
        <legend>{drilling.apps}</legend>
        {archive.apps.map((app) => (
          <label key={app.folder}>
            <input
              type="checkbox"
              checked={draft.folders.includes(app.folder)}
              onChange={({ currentTarget: { checked } }) =>
                change({ folders: checked ? inOrder(archive, [...draft.folders, app.folder]) : others(app.folder) })
              }
            />
            <span>
              {nameOf(app, messages)}
              <span class="kbm-quiet">{restoring.app.records(app.records, app.attachments)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ScopeChoice {...{ draft, messages }} onChange={change} />
      <label class="kbm-reason">
        {drilling.reason}
        <input
          type="text"
          value={draft.reason}
          maxLength={200}
          onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      </label>
      <p role="status" class="kbm-run-note">
        {lacking && drilling.lacking[lacking]}
      </p>
      <div class="kbm-buttons">
        <Button text={drilling.back} onClick={onBack} />
        <Button main text={drilling.foresee} disabled={lacking !== undefined} onClick={onForesee} />
      </div>
    </div>
  );
}

interface ScopeChoiceProps {
  messages: DrillingMessages;
  draft: DrillDraft;
  onChange: (news: Partial<DrillDraft>) => void;
}

function ScopeChoice({ messages: { drilling }, draft, onChange }: ScopeChoiceProps) {
  const { scope } = drilling;
  const notes = { sample: scope.sampleNote, all: undefined };
  return (
    <>
      <fieldset class="kbm-choices">
        <legend>{scope.heading}</legend>
        {(["sample", "all"] as const).map((of) => (
          <label key={of}>
            <input type="radio" name="kbm-drill-scope" checked={draft.of === of} onChange={() => onChange({ of })} />
            <span>
              {scope[of]}
              {notes[of] !== undefined && <span class="kbm-quiet">{notes[of]}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {draft.of === "sample" && (
        <>
          <label class="kbm-reason">
            {scope.random}
            <input
              type="text"
              inputMode="numeric"
              required
              value={draft.random}
              onInput={({ currentTarget }) => onChange({ random: currentTarget.value.trim() })}
            />
          </label>
          <label class="kbm-reason">
            {scope.seed}
            <input
              type="text"
              required
              value={draft.seed}
              maxLength={100}
              onInput={({ currentTarget }) => onChange({ seed: currentTarget.value })}
            />
            <span class="kbm-quiet">{scope.seedNote}</span>
          </label>
        </>
      )}
    </>
  );
}

const inOrder = ({ apps }: OpenedArchive, folders: readonly string[]) =>
  apps.flatMap(({ folder }) => (folders.includes(folder) ? [folder] : []));
