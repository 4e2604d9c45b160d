import { useState } from "preact/hooks";
import { nameOf } from "../restore/app-names";
import type { UsableArchive } from "../restore/restore-desk";
import { useFocus } from "../run/use-focus";
import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { Button } from "../ui/button";
import { Part } from "../verify/part";
import { GonePeople } from "./gone-people";
import type { PlannedRebuild } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";
import { StandIns } from "./stand-ins";

interface PlannedStepProps {
  messages: RebuildPageMessages;
  archive: UsableArchive;
  draft: RebuildDraft;
  planned: PlannedRebuild;
  onChange: (draft: RebuildDraft) => void;
  onBack: () => void;
  onPlanAgain: () => void;
  onMake: () => void;
}

/** What would be made, and what has to be decided about it. Nothing is made while anything has, or what was decided was not looked at. */
export function PlannedStep(props: PlannedStepProps) {
  const { messages, archive, draft, planned, onChange, onBack, onPlanAgain, onMake } = props;
  const { planned: words } = messages.next;
  const { apps, foreseen, undecided, strangers, requests, notifications } = planned;
  const heading = useFocus<HTMLDivElement>(planned);
  const [looked] = useState(draft);
  const [typed, setTyped] = useState("");
  const isFree = apps.length > 0 && undecided.length + strangers.length === 0;
  const inTheWay = apps.length === 0 ? messages.rebuild.noForm : words.inTheWay;
  const verdict = isFree ? words.free : inTheWay;
  const isAsLooked = looked === draft;
  const change = (news: Partial<RebuildDraft>) => onChange({ ...draft, ...news });
  const toldOf = (folder: string) => {
    const app = archive.apps.find((each) => each.folder === folder);
    return app ? nameOf(app, messages) : folder;
  };
  return (
    <div class="kbm-run-panel">
      <div class={`kbm-notice kbm-notice-${isFree ? "success" : "warning"}`} role="status" tabIndex={-1} ref={heading}>
        <p>
          <b>{verdict}</b>
        </p>
        <p>{words.steps(planned.steps, requests)}</p>
      </div>
      <Part heading={words.apps}>
        {apps.map(({ folder, told }) => (
          <li key={folder}>{harmlessLine(told)}</li>
        ))}
      </Part>
      {foreseen.length > 0 && (
        <Part heading={words.foreseen}>
          {foreseen.map((line, at) => (
            <li key={at}>{harmlessLine(line)}</li>
          ))}
        </Part>
      )}
      <GonePeople {...{ messages, draft, planned }} onChange={change} />
      <StandIns {...{ messages, archive, draft, planned }} onChange={change} />
      <details class="kbm-fields">
        <summary>{words.toDos}</summary>
        {apps.map(({ folder, toDos }) => (
          <Part key={folder} heading={toldOf(folder)}>
            {toDos.map((line, at) => (
              <li key={at}>{harmlessLine(line)}</li>
            ))}
          </Part>
        ))}
      </details>
      {isFree && isAsLooked && notifications > 0 && (
        <label class="kbm-reason">
          {words.notifications(notifications)}
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
      )}
      <div class="kbm-buttons">
        <Button text={words.back} onClick={onBack} />
        {isFree && isAsLooked ? (
          <Button
            main
            text={words.make(apps.length)}
            disabled={notifications > 0 && typed.trim() !== String(notifications)}
            onClick={onMake}
          />
        ) : (
          <Button main text={words.again} disabled={isAsLooked} onClick={onPlanAgain} />
        )}
      </div>
    </div>
  );
}
