import type { Settings } from "../../settings/settings";
import type { PageVisit } from "./page-visit";

/** Everything that a restore in the browser needs to know from the page. */
export interface RestoreVisit extends PageVisit {
  settings: Settings;
}
