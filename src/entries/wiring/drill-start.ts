import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { DrillStart } from "../../domain/drill-outcome";
import type { Drills } from "../../domain/drills";

/** What is known of one app's drill when somebody asks for it. */
interface Asked extends Pick<DrillStart, "drillId" | "startedAt" | "operator" | "reason" | "trigger" | "scope"> {
  archive: { runId: string; createdAt: string };
  /** `archiveDigest` of its volumes. */
  digest: string;
  archived: ArchivedTarget;
}

export async function drillStart(
  { archive: { runId, createdAt }, digest, archived, ...asked }: Asked,
  drills: Pick<Drills, "isTold">,
): Promise<DrillStart> {
  return {
    ...asked,
    archive: {
      ...{ runId, createdAt: new Date(createdAt), digest },
      isTold: await drills.isTold({ runId, digest }),
    },
    target: drilledApp(archived),
  };
}

export function drilledApp({ facts: { appId, appName, guestSpaceId } }: ArchivedTarget): DrillStart["target"] {
  return { appId, name: appName, ...(guestSpaceId && { guestSpaceId }) };
}
