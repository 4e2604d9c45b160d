import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { jsonLine } from "../../archive/records/json-lines";
import { BackupError } from "../../domain/errors";
import type { ComparisonOutcome } from "../../domain/restore-outcome";
import type { ComparedTarget } from "../../restore/compare/comparison";
import type { DifferenceLine } from "../../restore/compare/difference-lines";
import { verdictOf } from "../../restore/compare/verdict";
import type { RestoreAccess } from "./restoring";
import { newRunId } from "./run-options";

/** What is known of one app's comparison before it begins. */
interface Asked extends Pick<ComparisonOutcome, "trigger" | "operator" | "reason"> {
  archive: { runId: string; createdAt: string };
  /** `archiveDigest` of its volumes. */
  digest: string;
  archived: ArchivedTarget;
}

/** One app's comparison on its way into the history. */
export interface RecordedComparison {
  tell: (line: DifferenceLine) => void;
  /** Resolves to the `$id` of its record. */
  finish: (compared: ComparedTarget) => Promise<string>;
}

/** Keeps what is found of one app, and writes it into the history when that was all. */
export function recordedComparison(
  { archive, digest, archived, ...asked }: Asked,
  { restores, recordComparison, requests }: Pick<RestoreAccess, "restores" | "recordComparison" | "requests">,
): RecordedComparison {
  const { appId, appName, guestSpaceId } = archived.facts;
  const { runId, createdAt } = archive;
  const startedAt = new Date();
  const before = requests();
  const lines: string[] = [];
  return {
    tell(line) {
      lines.push(jsonLine(line));
    },
    async finish(compared) {
      const { missing = 0, differs = 0, surplus = 0 } = compared.found?.comparison.counts ?? {};
      const isTold = await restores.isTold({ runId, digest });
      const outcome: ComparisonOutcome = {
        ...{ ...asked, comparisonId: newRunId(startedAt) },
        archive: { runId, createdAt: new Date(createdAt), digest, isTold, appId },
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
