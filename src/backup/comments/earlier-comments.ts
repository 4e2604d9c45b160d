import { readPreviousComments, requestsForComments } from "../previous/previous-comments";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { PreviousRecords } from "../previous/previous-records";
import type { RecordsAhead } from "../records/record-pages";
import { presentVersions } from "../records/record-versions";
import type { FoundRecords } from "../records/record-items";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { type CommentPlan, type EarlierComments, planComments, shareOf } from "./comment-plan";

/** Comments that do where the budget does not suffice to read them, and whose are read first. */
export interface CommentsToTakeOver extends EarlierComments {
  plan: CommentPlan;
}

/** `undefined` where all comments can be read now, or an earlier run has none. */
export async function findEarlierComments(
  { previous, records: { versions } }: { previous: ArchivedTarget; records: PreviousRecords },
  { count, newestId }: RecordsAhead,
  room: () => number,
  ledger: TargetLedger,
  context: RunContext,
): Promise<CommentsToTakeOver | undefined> {
  const needed = count + requestsForComments(previous.facts.comments.written);
  if (room() >= needed) return undefined;
  const comments = await readPreviousComments(previous, versions);
  if (!comments) return undefined;
  const earlier = { versions, comments };
  if (room() === 0) return { ...earlier, plan: { most: 0, first: 0 } };
  const plan = await context.memory.once(ledger.folder, "comments to read", () =>
    planComments(presentVersions(versions, String(newestId), ledger, context), earlier, room),
  );
  return { ...earlier, plan };
}

/** Puts beside each record the comments that an earlier run read (they are taken from its archive when they are written), and says whether they are to be read now. */
export async function* withEarlierComments(
  groups: AsyncIterable<FoundRecords[]>,
  { plan, ...earlier }: CommentsToTakeOver,
): AsyncGenerator<FoundRecords[], void, undefined> {
  const { comments } = earlier;
  for await (const group of groups) yield group.map(beside);

  function beside(item: FoundRecords): FoundRecords {
    const [version] = item.copies.versions;
    const id = Number(version?.id);
    const commentAge = comments.ageOf(id);
    if (!version || commentAge === undefined) return item;
    return { ...item, comments: comments.of(id), commentAge, share: shareOf(version, earlier, plan) };
  }
}
