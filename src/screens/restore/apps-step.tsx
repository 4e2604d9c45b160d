import { useState } from "preact/hooks";
import type { BackupError } from "../../domain/errors";
import { useFocus } from "../run/use-focus";
import { harmlessLine } from "../text/harmless";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import type { ArchivedApp, OpenedArchive } from "./restore-desk";

interface AppsStepProps {
  messages: RestoringMessages;
  archive: OpenedArchive;
  /** Why a comparison came to no end. */
  failed?: BackupError;
  onCompare: (app: ArchivedApp, bytes: boolean) => void;
  onOther: () => void;
  onClose: () => void;
}

/** Which app of the archive is to be compared. */
export function AppsStep({ messages, archive, failed, onCompare, onOther, onClose }: AppsStepProps) {
  const { restoring, run, quantities } = messages;
  const [chosen, setChosen] = useState(archive.apps[0]);
  const [bytes, setBytes] = useState(false);
  const heading = useFocus<HTMLDivElement>(archive);
  const { runId, createdAt, apps } = archive;
  return (
    <div class="kbm-run-panel">
      <div class="kbm-notice kbm-notice-success" role="status" tabIndex={-1} ref={heading}>
        <p>{restoring.archive.sound(runId, quantities.moment(createdAt) ?? createdAt)}</p>
      </div>
      {failed && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {describeProblem(messages, { error: failed })}
        </p>
      )}
      {apps.length === 0 ? (
        <p>{restoring.app.noRecords}</p>
      ) : (
        <fieldset class="kbm-choices">
          <legend class="kbm-run-heading">{restoring.app.heading}</legend>
          {apps.map((app) => (
            <label key={app.folder}>
              <input
                type="radio"
                name="kbm-restore-app"
                checked={app.folder === chosen?.folder}
                onChange={() => setChosen(app)}
              />
              <span>
                {nameOf(app, messages)}
                <span class="kbm-quiet">{restoring.app.records(app.records, app.attachments)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen !== undefined && chosen.attachments > 0 && (
        <label class="kbm-choice">
          <input type="checkbox" checked={bytes} onChange={({ currentTarget }) => setBytes(currentTarget.checked)} />
          <span>{restoring.app.bytes}</span>
        </label>
      )}
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
        <Button text={restoring.archive.other} onClick={onOther} />
        {chosen && (
          <Button
            main
            text={restoring.app.compare}
            onClick={() => onCompare(chosen, bytes && chosen.attachments > 0)}
          />
        )}
      </div>
    </div>
  );
}

/** As the archive calls it. */
export function nameOf({ app, name }: ArchivedApp, { restore, run }: RestoringMessages): string {
  return harmlessLine(restore.value.nameAndCode(restore.app(name), run.appId(app.appId, app.guestSpaceId)));
}
