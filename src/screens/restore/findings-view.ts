import type { BackupError } from "../../domain/errors";
import type { Comparison } from "../../restore/compare/comparison";
import type { FindingsFilter, FindingsPage, Ticking } from "./found-records";

/** What is asked of the findings, and the last answer. */
export interface FindingsView {
  asked: FindingsFilter & { from: number };
  page?: FindingsPage;
  /** Whether that is the answer to what is asked. */
  isCurrent: boolean;
  /** Why there is no answer to it. */
  failed?: BackupError;
}

/** What was shown stays until there is an answer. */
export function askedView({ page }: FindingsView, asked: FindingsView["asked"]): FindingsView {
  return { asked, ...(page && { page }), isCurrent: false };
}

/** Whether a search leaves a part of the records only. */
export const isNarrowed = ({ search, kind }: FindingsFilter) => search.trim() !== "" || kind !== undefined;

/** At once, as a box that was ticked must not wait for the Worker, which then tells the numbers. Filters that are ticked leave what is shown. */
export function tickedView(view: FindingsView, { which, isOn }: Ticking): FindingsView {
  const { page } = view;
  if (!page) return view;
  const isMeant = (id: string) => "search" in which || which.includes(id);
  const records = page.records.map((record) => (isMeant(record.id) ? { ...record, isTicked: isOn } : record));
  return { ...view, page: { ...page, records } };
}

/** How many records there are that a restore could write. */
export const workIn = ({ missing, differs, surplus, newer }: Comparison["counts"]) =>
  missing + differs + surplus + newer;
