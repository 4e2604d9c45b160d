import type { RecordVersion } from "../../domain/record-copies";
import type { PreviousComments } from "../previous/previous-comments";
import type { WrittenVersions } from "../records/record-versions";
import type { CommentAge } from "./comment-ages";
import type { Share } from "./comment-allowance";

/** Whose comments are read first where not all can be. */
export interface CommentPlan {
  /** What any record's comments may take. */
  most: number;
  /** How many requests come first: for records that are new or changed, or of whose comments there is no copy, and those whose copies are oldest. */
  first: number;
  /**
   * The youngest age of which there is room for some, and up to which id. What is older comes first: else those at the end would never have
   * their turn where records have more comments than one request gives. Absent when there is no room for any.
   */
  then?: { age: CommentAge; upToId: number };
}

/** What an earlier run had of a target's records and comments. */
export interface EarlierComments {
  versions: WrittenVersions;
  comments: PreviousComments;
}

/** What reading the record's comments takes, and when. Comments change no revision, but people write most about what they work on. */
export function shareOf({ id, revision }: RecordVersion, earlier: EarlierComments, plan: CommentPlan): Share | "none" {
  const number = Number(id);
  const age = earlier.comments.ageOf(number);
  const requests = earlier.comments.requestsFor(number);
  if (requests > plan.most) return "none";
  if (age === undefined || earlier.versions.revisionOf(number) !== Number(revision)) return { turn: "first", requests };
  const { then } = plan;
  if (!then || age > then.age) return "none";
  if (age < then.age) return { turn: "first", requests };
  return number <= then.upToId ? { turn: "then", requests } : "none";
}

/**
 * @param present the records as they are now, by ascending id
 * @param room how many requests there may be for comments
 */
export async function planComments(
  present: AsyncIterable<RecordVersion>,
  earlier: EarlierComments,
  room: () => number,
): Promise<CommentPlan> {
  const { comments } = earlier;
  const byAge = new Map<CommentAge, number[]>();
  const most = room();
  let first = 0;
  for await (const version of present) {
    const id = Number(version.id);
    const [age, share] = [comments.ageOf(id), shareOf(version, earlier, { most, first: 0 })];
    if (share !== "none") first += share.requests;
    else if (age !== undefined && comments.requestsFor(id) <= most) {
      const ids = byAge.get(age) ?? [];
      byAge.set(age, ids);
      ids.push(id);
    }
  }

  let plan: CommentPlan = { most, first };
  let left = room() - first;
  for (const [age, ids] of [...byAge].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // What was the youngest until now is older than this one.
    const olderFirst = first;
    for (const id of ids) {
      const requests = comments.requestsFor(id);
      if (requests > left) return plan;
      plan = { most, first: olderFirst, then: { age, upToId: id } };
      left -= requests;
      first += requests;
    }
  }
  return plan;
}
