import type { Count, TargetFacts } from "../../archive/manifest/manifest";
import { isInTheWay, type NamedField, type Obstacle } from "../preflight/obstacle";

/** What came of a rehearsal: an app that could not be rehearsed, something that would have to be decided, or neither. */
export type RehearsalVerdict = "unable" | "asks" | "nothing";

/** What a restore of an app into an empty one with the same form would meet, as far as an archive tells by itself. */
export interface RehearsedApp {
  app: Pick<TargetFacts, "appId" | "guestSpaceId" | "appName">;
  /** Records that could be read, of those that the archive should have. */
  records: number;
  /** What the run meant to write, and wrote; they differ where something could not be read. */
  counts: { records: Count; attachments: Count };
  /** As before a restore, the gravest first. */
  obstacles: readonly Obstacle[];
  unchecked: readonly Unchecked[];
}

/** What cannot be looked at, as the archive does not have it. */
export type Unchecked =
  /** Without its form, nothing is known of an app. */
  | { what: "form" }
  /** Left out on purpose. */
  | { what: "records" }
  /** Users, organizations and groups of the domain. */
  | { what: "people" }
  /** An app that a lookup copies from. */
  | { what: "lookup"; field: NamedField; app: string; records: number };

/** The worst that was found. What lies beside the archive, and was not checked, changes nothing. */
export function verdictOf(apps: readonly RehearsedApp[]): RehearsalVerdict {
  const isUnable = ({ what }: Unchecked) => what === "form" || what === "records";
  if (apps.some(({ unchecked }) => unchecked.some(isUnable))) return "unable";
  return apps.some(({ obstacles, counts }) => isInTheWay(obstacles) || isLacking(counts)) ? "asks" : "nothing";
}

const isLacking = ({ records, attachments }: RehearsedApp["counts"]) =>
  records.written < records.expected || attachments.written < attachments.expected;
