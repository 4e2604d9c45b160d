import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { jsonLine } from "../../archive/records/json-lines";
import type { Credentials } from "../../command/credentials";
import { BackupError } from "../../domain/errors";
import type { ComparisonOutcome } from "../../domain/restore-outcome";
import type { ComparedTarget } from "../../restore/compare/comparison";
import type { DifferenceLine } from "../../restore/compare/difference-lines";
import { verdictOf } from "../../restore/compare/verdict";
import { newRunId } from "../wiring/run-options";
import type { RestoreAccess } from "../wiring/restoring";
import type { SoundArchive } from "./archive-to-compare";
import { operatorOf } from "./run";

/** What is known of one app's comparison before it begins. */
interface Asked {
  sound: SoundArchive;
  archived: ArchivedTarget;
  credentials: Credentials;
  reason: string;
}

/** One app's comparison on its way into the history. */
export interface RecordedComparison {
  tell: (line: DifferenceLine) => void;
  /** Resolves to the `$id` of its record. */
  finish: (compared: ComparedTarget) => Promise<string>;
}

/** Keeps what is found of one app, and writes it into the history when that was all. */
export function recordedComparison(
  { sound, archived, credentials, reason }: Asked,
  { restores, recordComparison, requests }: Pick<RestoreAccess, "restores" | "recordComparison" | "requests">,
): RecordedComparison {
  const { appId, appName, guestSpaceId } = archived.facts;
  const { runId, createdAt } = sound.archive;
  const startedAt = new Date();
  const before = requests();
  const lines: string[] = [];
  return {
    tell(line) {
      lines.push(jsonLine(line));
    },
    async finish(compared) {
      const { missing = 0, differs = 0, surplus = 0 } = compared.found?.comparison.counts ?? {};
      const isTold = await restores.isTold({ runId, digest: sound.digest });
      const outcome: ComparisonOutcome = {
        ...{ comparisonId: newRunId(startedAt), trigger: "headless", operator: operatorOf(credentials), reason },
        archive: { runId, createdAt: new Date(createdAt), digest: sound.digest, isTold, appId },
        app: { appId, name: appName, ...(guestSpaceId && { guestSpaceId }) },
        ...{ startedAt, finishedAt: new Date(), verdict: verdictOf([compared]), requests: requests() - before },
        differing: { add: missing, putBack: differs, remove: surplus },
        // Of what is no error, such as another app under that id, the attached lines tell.
        ...(compared.obstacle instanceof BackupError && { unable: compared.obstacle }),
      };
      return recordComparison(outcome, lines);
    },
  };
}
