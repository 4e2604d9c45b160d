import { useState } from "preact/hooks";
import type { ForeseenDrill } from "../../restore/drill/foreseen-drill";
import { nameOf } from "../restore/app-names";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { harmlessLine } from "../text/harmless";
import { Button } from "../ui/button";
import { Part } from "../verify/part";
import type { ForeseenApp } from "./drill-state";

interface ForeseenStepProps {
  messages: DrillingMessages;
  apps: readonly ForeseenApp[];
  onChange: () => void;
  onStart: () => void;
}

/** What would be made, deleted and written, and what it takes. Nothing was yet. */
export function ForeseenStep({ messages, apps, onChange, onStart }: ForeseenStepProps) {
  const { drilling, drill } = messages;
  const { foreseen: texts } = drilling;
  const [goesOver, setGoesOver] = useState(false);
  const heading = useFocus<HTMLDivElement>(apps);
  const isAny = apps.some(({ foreseen }) => foreseen);
  const isOver = apps.some(({ foreseen }) => foreseen?.isOverBudget);
  return (
    <div class="kbm-run-panel">
      <div class={`kbm-notice kbm-notice-${isAny ? "success" : "warning"}`} role="status" tabIndex={-1} ref={heading}>
        <p>
          <b>{isAny ? texts.heading : texts.nothing}</b>
        </p>
      </div>
      {apps.map(({ app, foreseen }) =>
        foreseen ? (
          <Part key={app.folder} heading={nameOf(app, messages)}>
            {linesOf(foreseen, app.app.guestSpaceId, messages).map((line, at) => (
              <li key={at}>{line}</li>
            ))}
            {foreseen.isOverBudget && (
              <li>
                <b>{texts.over}</b>
              </li>
            )}
          </Part>
        ) : (
          <p key={app.folder} class="kbm-notice kbm-notice-warning">
            {drill.notDrillable(nameOf(app, messages))}
          </p>
        ),
      )}
      {isAny && (
        <>
          <p>{texts.closed}</p>
          <p>{texts.afterwards}</p>
        </>
      )}
      {isOver && (
        <label class="kbm-choice">
          <input
            type="checkbox"
            checked={goesOver}
            onChange={({ currentTarget }) => setGoesOver(currentTarget.checked)}
          />
          <span>{texts.goOver}</span>
        </label>
      )}
      <div class="kbm-buttons">
        <Button text={drilling.change} onClick={onChange} />
        {isAny && <Button main text={drilling.start} disabled={isOver && !goesOver} onClick={onStart} />}
      </div>
    </div>
  );
}

function linesOf(
  { archived, expected, files, scratch, requests, seconds, day }: ForeseenDrill,
  guestSpaceId: string | undefined,
  { drilling: { foreseen: texts }, quantities }: DrillingMessages,
): string[] {
  const { name, present } = scratch;
  const made = guestSpaceId === undefined ? texts.makes(name) : texts.makesInGuestSpace(name, guestSpaceId);
  return [
    present ? texts.usesAgain(name, present.appId) : made,
    ...(present && present.records > 0 ? [texts.deletes(present.records)] : []),
    texts.restores(expected, archived, files),
    day ? texts.ofDay(requests, day.left, day.perAppAndDay) : texts.requests(requests),
    texts.takes(quantities.duration(seconds)),
  ].map(harmlessLine);
}
