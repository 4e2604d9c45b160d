import type { ArchivedTarget, OpenArchive } from "../../archive/reading/open-archive";
import { compareTarget } from "../../restore/compare/compare-target";
import type { RecordedWish } from "../../screens/restore/restore-desk";
import { recordedComparison } from "../wiring/recorded-comparison";
import type { RestoreAccess } from "../wiring/restoring";
import type { RestoreVisit } from "./restore-visit";

interface Recorded {
  archive: OpenArchive;
  archived: ArchivedTarget;
  /** Whether files are compared by their contents. */
  bytes: boolean;
  operator: RestoreVisit["operator"];
}

/**
 * Compares once more, and leaves it in the history: its report has every value that differs, which no screen keeps. Resolves to the `$id` of the
 * record.
 */
export async function recordedAnew(
  { archive, archived, bytes, operator }: Recorded,
  { reason, digest }: RecordedWish,
  access: RestoreAccess,
  report: (progress: { done: number; total: number }) => void,
): Promise<string> {
  const { appId, guestSpaceId } = archived.facts;
  const app = { appId, ...(guestSpaceId && { guestSpaceId }) };
  const recorded = recordedComparison({ archive, digest, archived, operator, reason, trigger: "button" }, access);
  const putBack = await access.restores.putBack({ archivedAppId: appId, app });
  const tell = async (line: Parameters<typeof recorded.tell>[0]) => recorded.tell(line);
  return recorded.finish(await compareTarget(archived, { bytes, putBack }, { ...access, report, tell }));
}
