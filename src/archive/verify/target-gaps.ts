import type { DomainFacts, Missing, MissingCode, TargetFacts } from "../manifest/manifest";

/** Gaps of one kind about one part. Those that name a place stand together, each of the others by what it says. */
export interface GapGroup {
  code: MissingCode;
  what: string;
  /** Of all. */
  count: number;
  /** The first of them. */
  examples: Missing[];
  /** Whether somebody accepted them beforehand, each by itself. */
  accepted: boolean;
  /** Whether they name no field, no record, no space and no path. */
  general: boolean;
}

/** What a manifest says that a reader of one target does not find, small enough to be handed around. */
export interface TargetGaps extends Pick<TargetFacts, "folder" | "appName" | "records" | "attachments"> {
  /** Records that do not meet it were not asked for; empty: all were. */
  query: string;
  /** Records whose comments are those of earlier runs, and when the oldest were read (ISO 8601, UTC). */
  earlierComments?: { records: number; oldest: string };
  groups: GapGroup[];
}

/** A manifest can list a hundred thousand gaps, and nobody reads more of one part for one reason. */
export const MOST_EXAMPLES = 20;

/** It was asked for and is not there. Everything else kintone never gives, or somebody decided on it. */
const LACKING: Readonly<Record<MissingCode, boolean>> = {
  FAILED: true,
  NOT_READABLE: true,
  NOT_OFFERED_BY_KINTONE: false,
  NOT_READ: false,
  EXCLUDED: false,
  NOT_IN_CSV: false,
};

/** Whether a gap makes an archive incomplete. */
export function isLacking({ code, accepted }: Pick<GapGroup, "code" | "accepted">): boolean {
  return LACKING[code] && !accepted;
}

/** Whether all that was asked for of the target is in the archive: no gap, and kintone's counts. */
export function isWhole({ records, attachments, groups }: TargetGaps): boolean {
  return (
    records.written === records.expected && attachments.written === attachments.expected && !groups.some(isLacking)
  );
}

export function gapsOf({ folder, appName, options, records, attachments, comments, missing }: TargetFacts): TargetGaps {
  const { takenOver: [oldest, ...later] = [] } = comments;
  const earlierComments = oldest && {
    records: [oldest, ...later].reduce((sum, spans) => sum + spans.records, 0),
    oldest: oldest.readAt,
  };
  return {
    ...{ folder, appName, records, attachments, query: options.query, groups: grouped(missing) },
    ...(earlierComments && { earlierComments }),
  };
}

/** What a reader does not find of the domain. */
export function gapsOfDomain({ missing }: DomainFacts): GapGroup[] {
  return grouped(missing);
}

function grouped(missing: readonly Missing[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const gap of missing) {
    const { code, what, text } = gap;
    const general =
      gap.field === undefined && gap.record === undefined && gap.space === undefined && gap.path === undefined;
    const accepted = gap.accepted !== undefined;
    const key = JSON.stringify([code, what, accepted, general && text]);
    const group = groups.get(key) ?? { code, what, count: 0, examples: [], accepted, general };
    groups.set(key, group);
    group.count += 1 + (gap.more ?? 0);
    if (group.examples.length < MOST_EXAMPLES) group.examples.push(gap);
  }
  return [...groups.values()];
}
