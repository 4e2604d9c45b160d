import type { QueryContext } from "../../../query/context";
import { toPlanFile } from "../../../restore/plan/plan-file";
import type { RestorePlan } from "../../../restore/plan/restore-plan";
import type { RestoreAsked } from "../../../restore/run-restore";
import type { RestoreAbout } from "./restore-folder";

/** What was decided and planned, as people can read it again, and `--plan` too. */
export function planText(
  { archive, app }: Pick<RestoreAsked, "archive" | "app">,
  { choices, matching, baseUrl }: Pick<RestoreAbout, "choices" | "matching" | "baseUrl">,
  plan: RestorePlan,
  asking?: QueryContext,
): string {
  const { runId, digest, appId: archivedApp } = archive;
  return toPlanFile({
    ...{ archive: { runId, digest }, archivedApp, app: { ...app, baseUrl }, matching, choices, planned: plan },
    ...(asking && { asking: { ...asking, now: asking.now.toISOString() } }),
  });
}
