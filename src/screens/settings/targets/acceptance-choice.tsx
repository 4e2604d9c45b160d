import { gapInWords } from "../../acceptance/gap-in-words";
import { OfferedGaps } from "../../acceptance/offered-gaps";
import { Button } from "../../ui/button";
import type { ChoiceProps } from "./parts-choice";

interface AcceptanceChoiceProps extends ChoiceProps {
  id: string;
  /** Login name of whoever accepts. */
  userCode: string;
}

/** What is missing every time: what of it is accepted, and what could be. Nothing at all where there is neither. */
export function AcceptanceChoice({ id, row, details, messages, userCode, onChoose }: AcceptanceChoiceProps) {
  const text = messages.settings.targets.acceptance;
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
      {offered.length > 0 && <OfferedGaps {...{ id, offered, messages }} title={text.offered} onAccept={accept} />}
    </fieldset>
  );
}
