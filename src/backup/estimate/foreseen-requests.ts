import { isWanted } from "../app-settings/is-wanted";
import type { SettingOffer, Source } from "../../domain/source";
import type { Target } from "../../domain/target";

/** Counts, a sample, the newest record, and the form once more at the end. */
const AROUND_RECORDS = 5;

/** What everything but comments takes of a target. */
export interface Foreseen {
  records: number;
  requests: number;
  /** Of these, what the end takes, whatever was made until then: revisions, counts, the form. */
  atTheEnd: number;
}

/** @param attachments that will have to be downloaded */
export function foreseenBesideComments(
  { include }: Pick<Target, "include">,
  { records, attachments }: { records: number; attachments: number },
  source: Pick<Source, "recordsPerPage" | "settings">,
): Foreseen {
  const requests = foreseenRequests({ include: { ...include, comments: false } }, records, source) + attachments;
  return { records, requests, atTheEnd: AROUND_RECORDS + Math.ceil(records / source.recordsPerPage) };
}

/** What is under consideration is mostly switched off, and not asked for again. */
const languagesOf = ({ underConsideration, languages }: SettingOffer) => (underConsideration ? [] : languages);

/** The least that backing up a target takes, before its records are seen: how many files they have is not known by then. */
export function foreseenRequests(
  { include }: Pick<Target, "include">,
  records: number,
  { recordsPerPage, settings }: Pick<Source, "recordsPerPage" | "settings">,
): number {
  const wanted = settings.filter((offer) => isWanted(offer, { include }));
  const ofSettings = Math.max(
    3,
    wanted.reduce((sum, offer) => sum + 1 + languagesOf(offer).length, 0),
  );
  if (!include.records) return ofSettings;
  const pages = Math.ceil(records / recordsPerPage);
  // Every page is read twice: whole, and its revisions in the end. Comments are asked for record by record.
  return ofSettings + AROUND_RECORDS + 2 * pages + (include.comments ? records : 0);
}
