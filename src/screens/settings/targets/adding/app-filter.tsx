import { useMemo, useState } from "preact/hooks";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { Place, Wanted } from "./find-apps";
import { guestSpaceIn } from "./guest-space";
import type { ListedApp } from "./listed-app";
import type { AppList, AppListActions, GuestApps } from "./use-app-list";

interface AppFilterProps {
  list: AppList;
  actions: AppListActions;
  wanted: Wanted;
  messages: AdminMessages;
  onWant: (wanted: Wanted) => void;
}

/** What narrows the list down, and what puts a guest space's apps into it. */
export function AppFilter({ list, actions, wanted, messages, onWant }: AppFilterProps) {
  const text = messages.settings.adding.pick;
  const places = useMemo(() => placesOf(list.apps), [list.apps]);
  const label = (place: Place) => {
    switch (place.kind) {
      case "anywhere":
        return text.anywhere;
      case "spaceless":
        return text.spaceless;
      case "space":
        return text.space(place.spaceId, list.spaceNames.get(place.spaceId));
      case "guest-space":
        return text.guestSpace(place.spaceId, list.spaceNames.get(place.spaceId));
    }
  };
  return (
    <>
      <div class="kbm-adding-filter">
        <div class="kbm-field">
          <label for="kbm-adding-search">{text.search}</label>
          <input
            id="kbm-adding-search"
            class="kbm-input"
            type="search"
            autoComplete="off"
            value={wanted.words}
            onInput={(event) => onWant({ ...wanted, words: event.currentTarget.value })}
          />
        </div>
        <div class="kbm-field">
          <label for="kbm-adding-place">{text.place}</label>
          <select
            id="kbm-adding-place"
            class="kbm-input"
            value={keyOf(wanted.place)}
            onChange={(event) => {
              const place = places.find((each) => keyOf(each) === event.currentTarget.value);
              if (place) onWant({ ...wanted, place });
            }}
          >
            {places.map((place) => (
              <option key={keyOf(place)} value={keyOf(place)}>
                {label(place)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <GuestSpace
        {...{ actions, messages }}
        onShow={(spaceId) => onWant({ words: "", place: { kind: "guest-space", spaceId } })}
      />
    </>
  );
}

const keyOf = (place: Place) => ("spaceId" in place ? `${place.kind}/${place.spaceId}` : place.kind);

/** By number, as names come later than the apps: an option must not move under somebody's hand. */
function placesOf(apps: readonly ListedApp[]): Place[] {
  const spaces = new Map<string, Place>();
  for (const { spaceId, guestSpaceId } of apps) {
    const id = guestSpaceId ?? spaceId;
    if (id === undefined) continue;
    const place: Place = { kind: guestSpaceId === undefined ? "space" : "guest-space", spaceId: id };
    spaces.set(keyOf(place), place);
  }
  const byNumber = [...spaces].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  return [{ kind: "anywhere" }, { kind: "spaceless" }, ...byNumber.map(([, place]) => place)];
}

interface GuestSpaceProps {
  actions: AppListActions;
  messages: AdminMessages;
  /** Its apps are in the list now. */
  onShow: (spaceId: string) => void;
}

type Asked = { kind: "nothing" | "not-one" | "reading" } | GuestApps;

function GuestSpace({ actions, messages, onShow }: GuestSpaceProps) {
  const { guest: text } = messages.settings.adding.pick;
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<Asked>({ kind: "nothing" });
  const show = async () => {
    const id = guestSpaceIn(typed);
    if (id === undefined) {
      setAsked({ kind: "not-one" });
      return;
    }
    setAsked({ kind: "reading" });
    const answer = await actions.readGuestSpace(id);
    setAsked(answer);
    if (answer.kind === "found" && answer.apps > 0) onShow(id);
  };
  const isWrong = asked.kind === "not-one" || (asked.kind === "found" && asked.apps === 0) || asked.kind === "failed";
  return (
    <div class="kbm-field">
      <label for="kbm-adding-guest">{text.label}</label>
      <p class="kbm-quiet" id="kbm-adding-guest-hint">
        {text.hint}
      </p>
      <div class="kbm-adding-guest">
        <input
          id="kbm-adding-guest"
          class="kbm-input"
          type="text"
          autoComplete="off"
          value={typed}
          aria-invalid={isWrong}
          aria-describedby="kbm-adding-guest-hint kbm-adding-guest-error"
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") void show();
          }}
        />
        <Button
          text={text.button}
          disabled={asked.kind === "reading"}
          onClick={() => {
            void show();
          }}
        />
      </div>
      <p class="kbm-field-error" role="alert" id="kbm-adding-guest-error">
        {asked.kind === "not-one" && text.notOne}
        {asked.kind === "found" && asked.apps === 0 && text.none}
        {asked.kind === "failed" && `${text.none} ${describeProblem(messages, asked)}`}
      </p>
      <div role="status">
        {asked.kind === "reading" && <p>{text.reading}</p>}
        {asked.kind === "found" && asked.apps > 0 && <p>{text.found(asked.apps)}</p>}
      </div>
    </div>
  );
}
