import { useMemo, useState } from "preact/hooks";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { AddingDesk } from "./adding-desk";
import { AppFilter } from "./app-filter";
import { type Wanted, findApps } from "./find-apps";
import { FoundApps } from "./found-apps";
import type { ListedApp } from "./listed-app";
import type { Adding } from "./use-adding";
import { useAppList } from "./use-app-list";

interface AppPickerProps {
  desk: AddingDesk;
  adding: Adding;
  messages: AdminMessages;
}

/**
 * The apps that the user can see, to be searched and ticked. What is ticked stays so when it is no longer found, or when it
 * could not be added.
 */
export function AppPicker({ desk, adding, messages }: AppPickerProps) {
  const text = messages.settings.adding;
  const [list, actions] = useAppList(desk);
  const [wanted, setWanted] = useState<Wanted>({ words: "", place: { kind: "anywhere" } });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => findApps(list.apps, wanted), [list.apps, wanted]);
  const { registered } = adding;
  const present = useMemo(
    () => new Map(registered.kind === "known" ? registered.targets.map(({ appId, enabled }) => [appId, enabled]) : []),
    [registered],
  );
  const chosen = list.apps.filter(({ appId }) => selected.has(appId) && !present.has(appId));
  const choosable = found.filter(({ appId }) => !present.has(appId) && appId !== desk.ownAppId);

  return (
    <>
      <p class="kbm-quiet">{text.pick.limits}</p>
      <AppFilter {...{ list, actions, wanted, messages }} onWant={setWanted} />
      {list.error && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{text.unreadable}</p>
          <p>{describeProblem(messages, { error: list.error })}</p>
          <Button text={text.readAgain} onClick={actions.readAgain} />
        </div>
      )}
      <div role="status">
        {list.reading && <p>{text.pick.reading(list.apps.length)}</p>}
        {!list.reading && <p>{text.pick.found(found.length, list.apps.length)}</p>}
      </div>
      <FoundApps
        {...{ found, present, selected, messages, ownAppId: desk.ownAppId, spaceNames: list.spaceNames }}
        key={JSON.stringify(wanted)}
        onSelect={(appId, on) => setSelected(withMember(selected, appId, on))}
      />
      {!list.reading && found.length === 0 && <p>{text.pick.none}</p>}
      <div class="kbm-adding-buttons">
        {choosable.length > 0 && (
          <Button
            text={text.pick.selectAll(choosable.length)}
            onClick={() => setSelected(new Set([...selected, ...choosable.map(({ appId }) => appId)]))}
          />
        )}
        <Button text={text.pick.clear} disabled={chosen.length === 0} onClick={() => setSelected(new Set())} />
        <span role="status">{text.pick.selected(chosen.length)}</span>
        <Button
          main
          text={text.pick.add(chosen.length)}
          disabled={chosen.length === 0 || adding.news.kind === "adding"}
          onClick={() => adding.add(chosen.map(asTarget))}
        />
      </div>
    </>
  );
}

function asTarget({ appId, guestSpaceId, name }: ListedApp) {
  return { appId, ...(guestSpaceId !== undefined && { guestSpaceId }), appName: name, query: "", enabled: true };
}

function withMember(members: ReadonlySet<string>, member: string, wanted: boolean): ReadonlySet<string> {
  const changed = new Set(members);
  if (wanted) changed.add(member);
  else changed.delete(member);
  return changed;
}
