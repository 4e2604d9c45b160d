import type { RestoreAsked } from "../../../restore/run-restore";
import { newRunId } from "../../wiring/run-options";
import type { RestoreAccess } from "../../wiring/restoring";
import { operatorOf } from "../run";
import type { RestoreInHand } from "./restore-in-hand";
import { NothingRestored } from "./nothing-restored";
import type { RestoreCall } from "./restore-call";

/** Who wants it, and why. Throws `NothingRestored` for an archive that the history does not know, unless that is confirmed. */
export async function startOf(
  { found, sound, choices }: RestoreInHand,
  call: RestoreCall,
  access: RestoreAccess,
): Promise<RestoreAsked> {
  const { asked, credentials, messages } = call;
  const { runId, createdAt } = sound.archive;
  const isTold = await access.restores.isTold({ runId, digest: sound.digest });
  if (!isTold && !choices.confirmed.archiveNotTold && !asked.dryRun) {
    throw new NothingRestored(messages.restored.choice.notTold);
  }
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
