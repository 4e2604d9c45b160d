import { LOOKED_ON, appOfPage, sessionOfPage } from "./page-access";
import { createTargetChoices } from "../history/target-choices";
import { createRecordStore } from "../kintone/record-store";
import { createRestSource } from "../kintone/rest-source";
import { createRunConnection } from "../kintone/run-connection";
import { readTargetDetails } from "../screens/settings/targets/target-details";
import type { TargetsDesk } from "../screens/settings/targets/use-targets";
import type { ParsedSettings } from "../settings/migration";
import { DEFAULT_SETTINGS } from "../settings/settings";

/** The targets for the settings screen, as the user who is logged in, at the pace of the settings. */
export function createConfigTargets(stored: ParsedSettings): TargetsDesk {
  const { requestsAtOnce } = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  const { reading } = createRunConnection(
    sessionOfPage(),
    // The page's end is the end of everything on it.
    { requestsAtOnce, signal: new AbortController().signal, retry: LOOKED_ON },
  );
  const store = createRecordStore(reading, appOfPage());
  const source = createRestSource(reading);
  return { ...createTargetChoices(store), details: (target) => readTargetDetails(source, target) };
}
