import { useState } from "preact/hooks";
import type { BackupError } from "../../domain/errors";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { nameOf } from "./app-names";
import { OtherAppChoice } from "./other-app-choice";
import type { ArchivedApp, OpenedArchive, OtherApp, RestoreDesk } from "./restore-desk";

interface AppsStepProps {
  messages: DrillingMessages;
  desk: RestoreDesk;
  archive: OpenedArchive;
  /** Why a comparison came to no end. */
  failed?: BackupError;
  onCompare: (app: ArchivedApp, wish: { bytes: boolean; into?: OtherApp }) => void;
  onDrill: () => void;
  onOther: () => void;
  onClose: () => void;
}

/** Which app of the archive is to be compared, or whether any are to be drilled. */
export function AppsStep({ messages, desk, archive, failed, onCompare, onDrill, onOther, onClose }: AppsStepProps) {
  const { restoring, drilling, run, quantities } = messages;
  const [chosen, setChosen] = useState(archive.apps[0]);
  const [bytes, setBytes] = useState(false);
  const [isElsewhere, setElsewhere] = useState(false);
  const [into, setInto] = useState<OtherApp>();
  const change = (news: { app?: ArchivedApp; elsewhere?: boolean }) => {
    setChosen(news.app ?? chosen);
    setElsewhere(news.elsewhere ?? isElsewhere);
    setInto(undefined);
  };
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
                onChange={() => change({ app })}
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
      {chosen && (
        <div>
          <label class="kbm-choice">
            <input
              type="checkbox"
              checked={isElsewhere}
              onChange={({ currentTarget }) => change({ elsewhere: currentTarget.checked })}
            />
            <span>
              {restoring.app.elsewhere}
              <span class="kbm-quiet">{restoring.app.elsewhereNote}</span>
            </span>
          </label>
          {isElsewhere && (
            <OtherAppChoice key={chosen.folder} {...{ messages, desk }} archived={chosen} onChoose={setInto} />
          )}
        </div>
      )}
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
        <Button text={restoring.archive.other} onClick={onOther} />
        {chosen && <Button text={drilling.offer} onClick={onDrill} />}
        {chosen && (
          <Button
            main
            text={restoring.app.compare}
            disabled={isElsewhere && !into}
            onClick={() => onCompare(chosen, { bytes: bytes && chosen.attachments > 0, ...(into && { into }) })}
          />
        )}
      </div>
    </div>
  );
}
