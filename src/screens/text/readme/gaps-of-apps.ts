import { type GapGroup, type TargetGaps, isLacking } from "../../../archive/verify/target-gaps";
import { LONGEST_NAME } from "./app-table";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";
import { type ToldGap, toldGaps } from "./told-gap";

/** What is not in an archive, in words. */
export interface GapsOfApps {
  /** Of every app, told once. */
  common: ToldGap[];
  /** Of single apps, each called by its folder and its name. */
  apps: Array<{ app: string; gaps: ToldGap[] }>;
  /** Of what belongs to no app. */
  domain: ToldGap[];
}

/** Which gaps are told: those that make an archive incomplete, those that do not, or both. */
export type GapChoice = "all" | "lacking" | "left-out";

const LONGEST_QUERY = 200;

export function tellGaps(
  messages: ReadmeMessages,
  targets: readonly TargetGaps[],
  { choice = "all", domain = [] }: { choice?: GapChoice; domain?: readonly GapGroup[] } = {},
): GapsOfApps {
  const isChosen = (group: GapGroup) => choice === "all" || isLacking(group) === (choice === "lacking");
  const chosen = targets.map((target) => ({ ...target, groups: target.groups.filter(isChosen) }));
  const common = groupsInCommon(chosen);
  const apps = chosen.flatMap((target) => {
    const { folder, appName, groups } = target;
    const own = groups.filter((group) => !common.has(keyOf(group)));
    const gaps = [...tellCounts(messages, target, choice), ...toldGaps(messages, own)];
    return gaps.length > 0 ? [{ app: `[${folder}] ${shortened(appName, LONGEST_NAME)}`, gaps }] : [];
  });
  return {
    ...{ common: toldGaps(messages, [...common.values()]), apps },
    domain: toldGaps(messages, domain.filter(isChosen)),
  };
}

/** Gaps that name no place, and that all targets have. */
function groupsInCommon(targets: readonly TargetGaps[]): Map<string | undefined, GapGroup> {
  const [first, ...others] = targets.map(
    ({ groups }) => new Map(groups.filter(({ general }) => general).map((group) => [keyOf(group), group])),
  );
  return new Map([...(first ?? [])].filter(([key]) => others.every((gaps) => gaps.has(key))));
}

/** `undefined` for what names a place. */
function keyOf({ code, what, examples: [first], general }: GapGroup): string | undefined {
  return general ? JSON.stringify([code, what, first?.text]) : undefined;
}

/** What no gap tells: records that nobody asked for, and counts that do not agree. */
function tellCounts(
  { quantities: { number, moment }, ...messages }: ReadmeMessages,
  { query, records, attachments, earlierComments }: TargetGaps,
  choice: GapChoice,
): ToldGap[] {
  const sentences: string[] = [];
  if (query && choice !== "lacking") sentences.push(messages.otherRecords(shortened(query, LONGEST_QUERY)));
  if (earlierComments && choice !== "lacking") {
    const { oldest, records: count } = earlierComments;
    sentences.push(messages.earlierComments(number(count), moment(oldest) ?? oldest));
  }
  if (records.written !== records.expected && choice !== "left-out") {
    sentences.push(messages.recordsDiffer(number(records.written), number(records.expected)));
  }
  if (attachments.written !== attachments.expected && choice !== "left-out") {
    sentences.push(messages.attachmentsDiffer(number(attachments.written), number(attachments.expected)));
  }
  return sentences.map((sentence) => ({ sentence, places: [] }));
}
