import { isWanted } from "../app-settings/read-settings";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";

/** Counts, a sample, the newest record, and the form once more at the end. */
const AROUND_RECORDS = 5;

/** What is known of an app's records before they are read. */
export interface OfRecords {
  records: number;
  /** Attachments that will have to be downloaded. */
  attachments: number;
  recordsPerPage: number;
}

/** Every page is read twice: whole, and its revisions in the end. */
export function requestsOfRecords({ records, attachments, recordsPerPage }: OfRecords): number {
  return AROUND_RECORDS + 2 * Math.ceil(records / recordsPerPage) + attachments;
}

/** What the end takes, whatever was read until then: revisions, counts, the form. */
export function leastAtTheEnd({ records, recordsPerPage }: OfRecords): number {
  return AROUND_RECORDS + Math.ceil(records / recordsPerPage);
}

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
  const ofRecords = requestsOfRecords({ records, attachments: 0, recordsPerPage });
  // Comments are asked for record by record.
  return ofSettings + ofRecords + (include.comments ? records : 0);
}
