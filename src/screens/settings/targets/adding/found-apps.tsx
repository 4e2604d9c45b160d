import { useState } from "preact/hooks";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { ListedApp } from "./listed-app";

/** So many are drawn at first, and again each time that somebody asks for more. */
const DRAWN = 50;

interface FoundAppsProps {
  found: readonly ListedApp[];
  /** Ids of the apps that are targets, with whether these are enabled. */
  present: ReadonlyMap<string, boolean>;
  selected: ReadonlySet<string>;
  ownAppId: string;
  spaceNames: ReadonlyMap<string, string>;
  messages: AdminMessages;
  onSelect: (appId: string, on: boolean) => void;
}

/** The apps that match, each with a check box; those that are targets are told as such. */
export function FoundApps({ found, messages, ...rest }: FoundAppsProps) {
  const text = messages.settings.adding.pick;
  const [drawn, setDrawn] = useState(DRAWN);
  const left = found.length - drawn;
  if (found.length === 0) return null;
  return (
    <>
      <ul class="kbm-adding-list" aria-label={text.list}>
        {found.slice(0, drawn).map((app) => (
          <FoundApp key={app.appId} {...{ app, messages, ...rest }} />
        ))}
      </ul>
      {left > 0 && (
        <div>
          <Button text={text.more(Math.min(left, DRAWN))} onClick={() => setDrawn(drawn + DRAWN)} />
        </div>
      )}
    </>
  );
}

type FoundAppProps = Omit<FoundAppsProps, "found"> & { app: ListedApp };

function FoundApp({ app, present, selected, ownAppId, spaceNames, messages, onSelect }: FoundAppProps) {
  const { pick, own } = messages.settings.adding;
  const { appId, name, code, spaceId, guestSpaceId } = app;
  const enabled = present.get(appId);
  const place =
    guestSpaceId === undefined
      ? spaceId && pick.space(spaceId, spaceNames.get(spaceId))
      : pick.guestSpace(guestSpaceId, spaceNames.get(guestSpaceId));
  const facts = [pick.appId(appId), code && pick.appCode(code), place].filter(Boolean).join(" · ");
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={enabled !== undefined || selected.has(appId)}
          disabled={enabled !== undefined}
          onChange={(event) => onSelect(appId, event.currentTarget.checked)}
        />
        <span>
          {name} <span class="kbm-quiet">{facts}</span>
          {appId === ownAppId && <span class="kbm-option-hint kbm-adding-own">{own}</span>}
        </span>
      </label>
      {enabled !== undefined && <span class="kbm-quiet">{enabled ? pick.present : pick.presentDisabled}</span>}
    </li>
  );
}
