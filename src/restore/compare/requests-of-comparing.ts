import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import type { RequestsLeft } from "../../domain/requests";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

interface Comparing {
  archived: Pick<ArchivedTarget, "facts">;
  app: AppRef;
  /** Whether files are compared by their bytes. */
  bytes: boolean;
}

/** For what is asked once: counts, the newest record, forms and permissions. */
const BESIDES = 10;

/**
 * A comparison is not begun when the app has too few requests left today for it: kintone refuses nothing, and the people and programs that work with the app need theirs.
 * As many as it can take at the most: a page of ids for each, one of records where all have been changed, and a request for each file. Costs one.
 *
 * @throws OVER_BUDGET
 */
export async function expectRequestsLeft(
  { archived: { facts }, app, bytes }: Comparing,
  source: Pick<Source, "countRecords" | "recordsPerPage">,
  day: RequestsLeft | undefined,
): Promise<void> {
  if (!day) return;
  const present = await source.countRecords(app, { query: "" });
  const pages = (records: number) => Math.ceil(records / source.recordsPerPage);
  const files = bytes ? facts.attachments.written : 0;
  const needed = BESIDES + pages(present) + pages(Math.max(present, facts.records.written)) + files;
  if (needed <= day.left) return;
  throw new BackupError("OVER_BUDGET", `Comparing takes up to ${needed} requests, and ${day.left} are left`, {
    facts: { app: app.appId, expected: needed, actual: day.left },
  });
}
