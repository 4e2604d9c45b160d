import type { RestoreAsked } from "../../../restore/run-restore";
import { newRunId } from "../../wiring/run-options";
import type { RestoreAccess } from "../../wiring/restoring";
import { operatorOf } from "../run";
import type { RestoreInHand } from "./restore-in-hand";
import type { RestoreCall } from "./restore-call";

/** Who wants it, and why. */
export async function startOf(
  { found, sound }: RestoreInHand,
  call: RestoreCall,
  access: RestoreAccess,
): Promise<RestoreAsked> {
  const { asked, credentials } = call;
  const { runId, createdAt } = sound.archive;
  const isTold = await access.restores.isTold({ runId, digest: sound.digest });
  const startedAt = new Date();
  return {
    ...({ restoreId: newRunId(startedAt), trigger: "headless", reason: asked.reason, startedAt } as const),
    operator: operatorOf(credentials),
    archive: {
      ...{ runId, createdAt: new Date(createdAt), digest: sound.digest, isTold },
      appId: found.archived.facts.appId,
    },
    app: { ...found.app, name: found.name },
  };
}
