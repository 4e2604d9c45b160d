import { guestSpaceOfPage } from "./guest-space-of-page";
import { createTargetChoices } from "../history/target-choices";
import { createRecordStore } from "../kintone/record-store";
import { createRestSource } from "../kintone/rest-source";
import { createRunConnection } from "../kintone/run-connection";
import { createSessionConnection } from "../kintone/session-connection";
import { readTargetDetails } from "../screens/settings/targets/target-details";
import type { TargetsDesk } from "../screens/settings/targets/use-targets";
import type { ParsedSettings } from "../settings/migration";
import { DEFAULT_SETTINGS } from "../settings/settings";

/** Somebody is looking at the screen: they get an answer before they give up waiting for one. */
const PATIENCE = { retries: 2, maxRetryTime: 20_000 };

/** The targets for the settings screen, as the user who is logged in, at the pace of the settings. */
export function createConfigTargets(stored: ParsedSettings): TargetsDesk {
  const { requestsAtOnce } = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  const { reading } = createRunConnection(
    createSessionConnection({ baseUrl: location.origin, requestToken: () => kintone.getRequestToken() }),
    // The page's end is the end of everything on it.
    { requestsAtOnce, signal: new AbortController().signal, retry: PATIENCE },
  );
  const guestSpaceId = guestSpaceOfPage();
  const store = createRecordStore(reading, {
    appId: String(kintone.app.getId()),
    ...(guestSpaceId && { guestSpaceId }),
  });
  const source = createRestSource(reading);
  return { ...createTargetChoices(store), details: (target) => readTargetDetails(source, target) };
}
