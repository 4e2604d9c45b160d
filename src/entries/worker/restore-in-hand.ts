import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { compareForms } from "../../restore/compare/compared-forms";
import type { NotComparable } from "../../restore/compare/comparison";
import { isForGood } from "../../restore/discard-restore";
import type { BrokenRestore, RestoreOrdered } from "../../screens/restore/restore-desk";
import { newRunId } from "../wiring/run-options";
import type { RestoreAccess } from "../wiring/restoring";
import { type AtHand, checkedIn, comparedIn } from "./at-hand";
import type { RestoreVisit } from "./restore-visit";
import type { RestoreInHand } from "./restoring";

/** Exactly what was checked. */
export async function restoreOfChecked(
  atHand: AtHand,
  { reason, archive: told }: RestoreOrdered,
  { operator }: RestoreVisit,
  { restores }: Pick<RestoreAccess, "restores">,
): Promise<RestoreInHand> {
  const { choices, plan, asking, appName } = checkedIn(atHand);
  const { archive, archived, target, forms } = comparedIn(atHand);
  const { runId, createdAt } = archive;
  const startedAt = new Date();
  return {
    start: {
      ...{ restoreId: newRunId(startedAt), startedAt, operator, trigger: "button", reason },
      archive: {
        ...{ runId, createdAt: new Date(createdAt), digest: told.digest, appId: archived.facts.appId },
        isTold: await restores.isTold(told),
      },
      app: { ...target.app, name: appName },
    },
    ...{ archived, choices, plan, asking, forms },
  };
}

/** What an attempt that was broken off had kept; or why it can go on no more, or not now. */
export async function restoreOfKept(
  { start, plan, choices, matching }: BrokenRestore,
  archived: ArchivedTarget,
  { source }: Pick<RestoreAccess, "source">,
): Promise<RestoreInHand | { over: BackupError } | NotComparable> {
  const forms = await compareForms(archived, start.app, source, matching).catch((thrown: unknown) => {
    if (thrown instanceof BackupError && isForGood(thrown)) return { over: thrown };
    throw thrown;
  });
  if ("reason" in forms || "over" in forms) return forms;
  return { start, plan, choices, forms, archived, earlier: { start, plan } };
}
