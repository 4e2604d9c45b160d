import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { UsableArchive } from "../restore/restore-desk";
import { useFocus } from "../run/use-focus";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { AppsChoice } from "./apps-choice";
import { PlaceChoice } from "./place-choice";
import type { ArchivedForm, BrokenRebuild, RebuildDesk } from "./rebuild-desk";
import { missingIn, type RebuildDraft } from "./rebuild-draft";
import { RecordsChoice } from "./records-choice";

interface ChoicesStepProps {
  messages: RebuildPageMessages;
  desk: RebuildDesk;
  archive: UsableArchive;
  draft: RebuildDraft;
  /** Why nothing could be looked at. */
  failed?: BackupError;
  onChange: (draft: RebuildDraft) => void;
  onBack: () => void;
  onPlan: () => void;
}

/** Which apps, where, with what, and why. */
export function ChoicesStep({ messages, desk, archive, draft, failed, onChange, onBack, onPlan }: ChoicesStepProps) {
  const { next, quantities } = messages;
  const { choices } = next;
  const heading = useFocus<HTMLHeadingElement>();
  const [forms, setForms] = useState<readonly ArchivedForm[]>();
  const [unfinished, setUnfinished] = useState<BrokenRebuild>();
  const [problem, setProblem] = useState<BackupError>();
  const change = (news: Partial<RebuildDraft>) => onChange({ ...draft, ...news });
  useEffect(() => {
    const fail = (thrown: unknown) => setProblem(toBackupError(thrown));
    desk.forms({}).then(setForms, fail);
    desk.unfinished().then(setUnfinished, fail);
  }, []);
  const missing = missingIn(draft);
  const since = unfinished && (quantities.moment(unfinished.startedAt) ?? unfinished.startedAt);
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={heading} tabIndex={-1}>
        {next.heading}
      </h2>
      <p>{next.introduction}</p>
      {!archive.isVouched && <p class="kbm-notice kbm-notice-warning">{choices.foreign}</p>}
      {since !== undefined && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {next.unfinished(since)}
        </p>
      )}
      {[failed, problem].map(
        (error, at) =>
          error && (
            <p key={at} class="kbm-notice kbm-notice-error" role="alert">
              {describeProblem(messages, { error })}
            </p>
          ),
      )}
      {forms && <AppsChoice {...{ messages, archive, forms, draft }} onChange={change} />}
      <PlaceChoice {...{ messages, desk, draft }} mayStay={archive.isVouched} onChange={change} />
      <RecordsChoice {...{ messages, draft }} onChange={change} />
      <label class="kbm-reason">
        {choices.nameSuffix}
        <input
          type="text"
          maxLength={20}
          value={draft.nameSuffix}
          onInput={({ currentTarget }) => change({ nameSuffix: currentTarget.value })}
        />
      </label>
      <p role="status" class="kbm-run-note">
        {missing && choices[missing]}
      </p>
      <div class="kbm-buttons">
        <Button text={choices.back} onClick={onBack} />
        <Button main text={choices.plan} disabled={!forms || missing !== undefined || !!unfinished} onClick={onPlan} />
      </div>
    </div>
  );
}
