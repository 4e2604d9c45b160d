import type { Credentials } from "../../../command/credentials";
import { EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { HoldAsked } from "../../../command/host";
import { toBackupError } from "../../../domain/errors";
import { harmless } from "../../../screens/text/harmless";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import type { CommandFile } from "../../../settings/command-file";
import { newRunId } from "../../wiring/run-options";
import { type KeeperHost, keeping } from "./retaining";

/** Holds the archive of a run, so that no rule removes it anywhere, or does so no more. Recorded, with the reason. */
export async function holdOnNode(
  file: CommandFile,
  credentials: Credentials,
  { runId, reason, isHeld }: HoldAsked,
  host: KeeperHost,
): Promise<Done> {
  return keeping(file, credentials, host, async ({ messages, access, operator }) => {
    const { retention } = messages;
    const refused = (sentence: string) => ({ code: EXIT.unusable, told: `${harmless(sentence)}\n` });
    if (operator.code === "") return refused(retention.token);
    try {
      const archive = (await access.keptArchives()).find((kept) => kept.runId === runId);
      if (!archive) return refused(retention.hold.unknown(runId));
      const isHeldNow = (await access.disposals.known()).holds.has(runId);
      if (!isHeld && !isHeldNow) return refused(retention.hold.notHeld(runId));
      const startedAt = access.clock.now();
      await access.disposals.hold({
        ...{ disposalId: newRunId(startedAt), operator, startedAt, reason, isHeld },
        ...{ archiveRunId: runId, archiveCreated: archive.startedAt, archiveDigest: archive.digest },
      });
      const name = archive.volumes[0]?.name ?? runId;
      const sentence = isHeld ? retention.hold.held(name) : retention.hold.released(name);
      return { code: EXIT.success, report: `${harmless(sentence)}\n` };
    } catch (thrown) {
      return refused(describeProblem(messages, { error: toBackupError(thrown) }));
    }
  });
}
