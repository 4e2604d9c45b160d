import type { RestoringMessages } from "../text/restoring/language";
import { type FindingsView, isNarrowed, workIn } from "./findings-view";
import type { Ticking } from "./found-records";
import type { ComparedApp } from "./restore-desk";
import type { RestoreDraft } from "./restore-draft";

interface ScopeChoiceProps {
  messages: RestoringMessages;
  compared: ComparedApp;
  view: FindingsView;
  scope: RestoreDraft["scope"];
  onTick: (ticking: Ticking) => void;
  onChoose: (scope: NonNullable<RestoreDraft["scope"]>) => void;
}

/** Those that are ticked, those that a search found, or all: whoever looked for some is asked which. */
export function ScopeChoice({ messages, compared, view, scope, onTick, onChoose }: ScopeChoiceProps) {
  const { choices } = messages.restoring;
  const { asked, page } = view;
  const all = compared.comparison ? workIn(compared.comparison.counts) : 0;
  const ticked = page?.ticked ?? 0;
  const some =
    ticked > 0
      ? { text: choices.ticked(ticked), choose: () => onChoose("ticked") }
      : { text: choices.found(page?.tickable ?? 0), choose: chooseFound };
  const options = [
    ...(ticked > 0 || isNarrowed(asked) ? [{ ...some, is: "ticked" } as const] : []),
    { text: choices.all(all), choose: () => onChoose("all"), is: "all" } as const,
  ];
  return (
    <fieldset class="kbm-choices">
      <legend>{choices.records}</legend>
      {options.map(({ text, choose, is }) => (
        <label key={is}>
          <input type="radio" name="kbm-restore-scope" checked={scope === is} onChange={choose} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );

  function chooseFound() {
    onTick({ which: { search: asked.search, kind: asked.kind }, isOn: true });
    onChoose("ticked");
  }
}
