import type { Source } from "../source";
import type { Target } from "../target";

/**
 * How many API requests an app bears in a day on kintone's standard course; on the wide one, ten times as many. Whoever exceeds it is
 * written to by Cybozu; no request is refused (cybozu.dev secure-operation-of-forms-and-viewers).
 */
export const REQUESTS_PER_APP_AND_DAY = 10_000;

/** Counts, a sample, the newest record, and the form once more at the end. */
const AROUND_RECORDS = 5;

/** The least that backing up a target takes, before its records are seen: how many files they have is not known by then. */
export function foreseenRequests(
  { include }: Target,
  records: number,
  { recordsPerPage, settings }: Pick<Source, "recordsPerPage" | "settings">,
): number {
  const ofSettings = include.settings ? settings.reduce((sum, { languages }) => sum + 1 + languages.length, 0) : 3;
  if (!include.records) return ofSettings;
  const pages = Math.ceil(records / recordsPerPage);
  // Every page is read twice: whole, and its revisions in the end. Comments are asked for record by record.
  return ofSettings + AROUND_RECORDS + 2 * pages + (include.comments ? records : 0);
}
