import type { TargetFacts } from "../../archive/manifest/manifest";
import { BY_ID, type Matching } from "../compare/matching";

/** Why an archive cannot tell that a record should not be there. */
export type NotExact =
  { reason: "condition"; query: string } | { reason: "incomplete"; missing: number } | { reason: "another-app" };

/**
 * `undefined` when the archive has every record that its app had: only then may a restore delete what the archive does not have. One of records that meet a
 * condition, or of which some could not be read or may have been hidden, says nothing about the others; nor does one of another app.
 */
export function whyNotExact(
  { options, records, missing }: TargetFacts,
  { by }: Matching = BY_ID,
): NotExact | undefined {
  if (by !== "id") return { reason: "another-app" };
  if (options.query.trim() !== "") return { reason: "condition", query: options.query };
  const lacking = missing.filter(
    ({ code, what }) =>
      (code === "FAILED" && what === "records") || (code === "NOT_READABLE" && what === "hidden-records"),
  );
  const unread = Math.max(records.expected - records.written, lacking.length);
  return unread > 0 ? { reason: "incomplete", missing: unread } : undefined;
}
