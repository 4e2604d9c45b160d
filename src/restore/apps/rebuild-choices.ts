import type { Replaced } from "../plan/restore-choices";

/** What people decided about apps that are made anew. Plain data: the journal has it as it is. */
export interface RebuildChoices {
  /** Apps that are not made anew, and stand for one that the archive names: the archive's id, and the app's. */
  apps: Readonly<Record<string, string>>;
  /** Who stands in the place of somebody whom settings name and who is gone: code to code, `null` to leave them out. */
  replaced: Replaced;
}
