import type { RestoreStart } from "../../domain/restore-outcome";
import type { QueryContext } from "../../query/context";
import type { Matching } from "../../restore/compare/matching";
import { toPlanFile } from "../../restore/plan/plan-file";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { RestorePlan } from "../../restore/plan/restore-plan";

/** Which archive goes into which app. */
export interface PlannedRestore {
  archive: Pick<RestoreStart["archive"], "runId" | "digest" | "appId">;
  app: RestoreStart["app"];
}

interface Decided {
  choices: RestoreChoices;
  matching: Matching;
  /** Of the domain. */
  baseUrl: string;
  asking?: QueryContext;
}

/**
 * What was decided and planned, as people can read it again, and as command and screen carry it out.
 *
 * @param plan absent while something is in its way: whoever decides about that changes what it comes to
 */
export function planText(
  { archive, app }: PlannedRestore,
  { choices, matching, baseUrl, asking }: Decided,
  plan: RestorePlan | undefined,
): string {
  const { runId, digest, appId: archivedApp } = archive;
  return toPlanFile({
    ...{ archive: { runId, digest }, archivedApp, app: { ...app, baseUrl }, matching, choices },
    ...(plan && { planned: plan }),
    ...(asking && { asking: { ...asking, now: asking.now.toISOString() } }),
  });
}
