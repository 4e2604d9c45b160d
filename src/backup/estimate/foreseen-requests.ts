import { isWanted } from "../app-settings/read-settings";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";

/** Counts, a sample, the newest record, and the form once more at the end. */
const AROUND_RECORDS = 5;

/** The least that backing up a target takes, before its records are seen: how many files they have is not known by then. */
export function foreseenRequests(
  { include }: Target,
  records: number,
  { recordsPerPage, settings }: Pick<Source, "recordsPerPage" | "settings">,
): number {
  const wanted = settings.filter((offer) => isWanted(offer, { include }));
  const ofSettings = Math.max(
    3,
    wanted.reduce((sum, { languages }) => sum + 1 + languages.length, 0),
  );
  if (!include.records) return ofSettings;
  const pages = Math.ceil(records / recordsPerPage);
  // Every page is read twice: whole, and its revisions in the end. Comments are asked for record by record.
  return ofSettings + AROUND_RECORDS + 2 * pages + (include.comments ? records : 0);
}
