/**
 * The steps in which apps are made anew, in their order: each is made live by itself, so that a refusal has a name. Lookups may only name apps that
 * are live; conditions may only name fields and states that are there.
 */
export const STEPS = [
  "making",
  "fields",
  "lookups",
  "process",
  "related-records",
  "layout",
  "views",
  "graphs",
  "general",
  "actions",
  "notes",
  "plugins",
  "customization",
  // Records come between.
  "notifications",
  "permissions",
  "app-permissions",
] as const;
export type RebuildStep = (typeof STEPS)[number];

/** The steps that come when there are records: nobody is notified of those that are put in, and no permission hides them from who restores. */
export const AFTER_RECORDS: ReadonlySet<RebuildStep> = new Set(["notifications", "permissions", "app-permissions"]);

/** How far it is. */
export interface RebuildProgress {
  step: RebuildStep | "records" | "checking";
  /** Apps of this step that are done, of all. */
  apps?: { done: number; total: number };
}
