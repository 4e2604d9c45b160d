import { useState } from "preact/hooks";
import { toBackupError } from "../../domain/errors";
import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { describeProblem } from "../text/run/problem-sentence";
import type { RebuildDesk } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";

type Place = Pick<RebuildDraft, "place" | "spaceId" | "isGuest">;

interface PlaceChoiceProps {
  messages: RebuildPageMessages;
  desk: Pick<RebuildDesk, "spaceName">;
  draft: Place;
  /** Whether the apps were in this domain. */
  mayStay: boolean;
  onChange: (news: Partial<Place>) => void;
}

/** Where the apps are made. A space is known by its id; what it is called can be looked up. */
export function PlaceChoice({ messages, desk, draft, mayStay, onChange }: PlaceChoiceProps) {
  const { choices } = messages.next;
  const { place, spaceId, isGuest } = draft;
  const [found, setFound] = useState("");
  const change = (news: Partial<Place>) => {
    setFound("");
    onChange(news);
  };
  const look = () =>
    desk.spaceName(spaceId.trim(), isGuest).then(
      (name) => setFound(choices.space(harmlessLine(name))),
      (thrown: unknown) => setFound(choices.noSpace(describeProblem(messages, { error: toBackupError(thrown) }))),
    );
  const places = [
    ...(mayStay ? [{ is: "before", text: choices.before } as const] : []),
    { is: "outside", text: choices.outside } as const,
    { is: "space", text: choices.inSpace } as const,
  ];
  return (
    <fieldset class="kbm-choices">
      <legend>{choices.place}</legend>
      {places.map(({ is, text }) => (
        <label key={is}>
          <input type="radio" name="kbm-rebuild-place" checked={place === is} onChange={() => change({ place: is })} />
          <span>{text}</span>
        </label>
      ))}
      {place === "space" && (
        <>
          <label class="kbm-reason">
            {choices.spaceId}
            <input
              type="text"
              inputMode="numeric"
              value={spaceId}
              onInput={({ currentTarget }) => change({ spaceId: currentTarget.value })}
            />
          </label>
          <label>
            <input
              type="checkbox"
              checked={isGuest}
              onChange={({ currentTarget }) => change({ isGuest: currentTarget.checked })}
            />
            <span>{choices.isGuest}</span>
          </label>
          <p class="kbm-ticked">
            <button type="button" class="kbm-button-small" disabled={spaceId.trim() === ""} onClick={look}>
              {choices.look}
            </button>
            <span role="status">{found}</span>
          </p>
        </>
      )}
    </fieldset>
  );
}
