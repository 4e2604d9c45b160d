import { createMeter } from "../../archive/bytes/digest";
import type { CommentFacts, RecordSpans } from "../../archive/manifest/manifest";
import type { ArchivedEntry, ArchivedTarget } from "../../archive/reading/open-archive";
import { lineBytesOf } from "../../archive/records/json-lines";
import { numberedFiles } from "../../archive/records/numbered-files";
import type { CommentAge } from "../comments/comment-ages";
import { type FiledComments, createFiledComments, recordOfLine } from "../comments/comment-lines";
import type { WrittenVersions } from "../records/record-versions";

/** What the previous archive has of comments. */
export interface PreviousComments extends FiledComments {
  /** When they were read; `undefined` when they are not there. */
  ageOf(id: number): CommentAge | undefined;
  /** What reading them anew takes, if there are as many as there were. */
  requestsFor(id: number): number;
}

/** `undefined` when the archive has no comments, or not the files that it says it has, to the last byte. */
export async function readPreviousComments(
  { facts, entries, readAt }: ArchivedTarget,
  versions: WrittenVersions,
): Promise<PreviousComments | undefined> {
  const { folder, missing, options } = facts;
  const files = numberedFiles(entries, folder, "comments");
  const ofComments = missing.filter(({ what }) => what === "comments");
  // Some whose comments could not be read are not named.
  if (ofComments.some(({ more }) => more !== undefined)) return undefined;
  const hasComments =
    options.include.includes("comments") && ofComments.every(({ code }) => code !== "NOT_OFFERED_BY_KINTONE");
  // A file that could not be written names its path.
  const areAll =
    files.length === (facts.files?.comments ?? 1) && missing.every(({ path }) => !path?.endsWith(".jsonl"));
  const many = hasComments && areAll ? await countComments(files) : undefined;
  if (!many) return undefined;
  const failed = new Set(ofComments.flatMap(({ record }) => (record === undefined ? [] : [Number(record)])));
  const spans = spansOf(facts.comments);
  return {
    ...createFiledComments(files),
    ageOf(id) {
      if (versions.revisionOf(id) === undefined || failed.has(id)) return undefined;
      const span = spans.find(id);
      return span ? span.readAt : readAt;
    },
    requestsFor: (id) => many.get(id) ?? 1,
  };
}

/** What a page of kintone's has, and how many of a page are new behind the first: one is that before. */
const [OF_A_PAGE, NEW_OF_A_PAGE] = [10, 9];

/** How many requests so many comments of a record take. */
export function requestsForComments(comments: number): number {
  return 1 + Math.ceil(Math.max(0, comments - OF_A_PAGE) / NEW_OF_A_PAGE);
}

/**
 * The requests of records that take more than one. `undefined` when the files are not what the manifest says of them: what is copied line
 * by line is seen by no digest afterwards.
 */
async function countComments(files: readonly ArchivedEntry[]): Promise<Map<number, number> | undefined> {
  const many = new Map<number, number>();
  let [id, comments] = [0, 0];
  const count = (line: Uint8Array) => {
    const record = recordOfLine(line);
    comments = record === id ? comments + 1 : 1;
    id = record;
    if (comments > OF_A_PAGE) many.set(id, requestsForComments(comments));
  };
  try {
    for (const file of files) {
      const meter = createMeter();
      for await (const lines of lineBytesOf(await file.open())) {
        for (const line of lines) {
          meter.add(line);
          count(line);
        }
      }
      if ((await meter.finish()).sha256 !== file.sha256) return undefined;
    }
    return many;
  } catch {
    return undefined;
  }
}

/** Those that an earlier run read, and those that nobody did, which have no time. */
function spansOf({ unread, takenOver = [] }: CommentFacts) {
  const bounds = ({ ids }: RecordSpans) => ids.map(([first, last]) => ({ first: Number(first), last: Number(last) }));
  const spans: Array<{ first: number; last: number; readAt: string | undefined }> = [
    ...(unread ? bounds(unread).map((span) => ({ ...span, readAt: undefined })) : []),
    ...takenOver.flatMap((span) => bounds(span).map((bound) => ({ ...bound, readAt: span.readAt }))),
  ].sort((a, b) => a.first - b.first);
  return {
    find(id: number) {
      let [low, high] = [0, spans.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const span = spans[middle] as (typeof spans)[number];
        if (span.first <= id && id <= span.last) return span;
        if (span.last < id) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}
