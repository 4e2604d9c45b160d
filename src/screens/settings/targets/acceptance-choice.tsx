import { useState } from "preact/hooks";
import type { AdminMessages } from "../../text/settings/language";
import { settingNameIn, settingNames } from "../../text/setting-names";
import { Button } from "../../ui/button";
import type { ChoiceProps } from "./parts-choice";

interface AcceptanceChoiceProps extends ChoiceProps {
  id: string;
  /** Login name of whoever accepts. */
  userCode: string;
}

/** What is missing every time: what of it is accepted, and what could be. Nothing at all where there is neither. */
export function AcceptanceChoice({ id, row, details, messages, userCode, onChoose }: AcceptanceChoiceProps) {
  const { acceptance: text } = messages.settings.targets;
  const { acceptedGaps } = row.choices;
  const offered = details.lastingGaps.filter((gap) => !acceptedGaps.some((accepted) => accepted.gap === gap));
  if (acceptedGaps.length === 0 && offered.length === 0) return null;
  const accept = (gaps: readonly string[], reason: string) => {
    const at = new Date().toISOString();
    const more = gaps.map((gap) => ({ gap, reason, by: userCode, at }));
    onChoose({ ...row.choices, acceptedGaps: [...acceptedGaps, ...more] });
  };
  return (
    <fieldset class="kbm-choice">
      <legend>{text.title}</legend>
      <p class="kbm-option-hint">{text.hint}</p>
      {acceptedGaps.map((accepted) => (
        <div key={accepted.gap} class="kbm-option">
          {gapInWords(accepted.gap, messages)} <span class="kbm-quiet">{text.given(accepted)}</span>{" "}
          <Button
            text={text.takeBack}
            label={text.takeBackOf(gapInWords(accepted.gap, messages))}
            onClick={() =>
              onChoose({ ...row.choices, acceptedGaps: acceptedGaps.filter(({ gap }) => gap !== accepted.gap) })
            }
          />
        </div>
      ))}
      {offered.length > 0 && <OfferedGaps {...{ id, offered, messages }} onAccept={accept} />}
    </fieldset>
  );
}

interface OfferedGapsProps {
  id: string;
  offered: readonly string[];
  messages: AdminMessages;
  onAccept: (gaps: readonly string[], reason: string) => void;
}

/** One reason serves for all that are ticked; without one, nothing is accepted. */
function OfferedGaps({ id, offered, messages, onAccept }: OfferedGapsProps) {
  const { acceptance: text } = messages.settings.targets;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const gaps = offered.filter((gap) => chosen.has(gap));
  const choose = (gap: string, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(gap);
    else next.delete(gap);
    setChosen(next);
  };
  return (
    <>
      <p>{text.offered}</p>
      {offered.map((gap) => (
        <label key={gap} class="kbm-option">
          <input
            type="checkbox"
            checked={chosen.has(gap)}
            onChange={(event) => choose(gap, event.currentTarget.checked)}
          />{" "}
          {gapInWords(gap, messages)}
        </label>
      ))}
      <p>
        <label for={`${id}-reason`}>{text.reason}</label>{" "}
        <input
          id={`${id}-reason`}
          class="kbm-input"
          type="text"
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </p>
      <Button
        text={text.accept}
        disabled={gaps.length === 0 || reason.trim() === ""}
        onClick={() => {
          onAccept(gaps, reason.trim());
          setReason("");
        }}
      />
    </>
  );
}

/** A lasting name (`domain/accepted-gap.ts`) for people; one that this version does not know stays what it is. */
function gapInWords(gap: string, { locale, settings: { targets } }: AdminMessages): string {
  const [kind, ...rest] = gap.split("/");
  const { setting, field, hiddenRecords } = targets.acceptance;
  if (kind === "settings") return setting(settingNameIn(locale as keyof typeof settingNames, rest.join("/")));
  if (kind === "field") return field(rest.join("/"));
  const hidden = rest[0];
  return kind === "hidden-records" && (hidden === "rules" || hidden === "unknown") ? hiddenRecords[hidden] : gap;
}
