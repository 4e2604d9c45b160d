/** The parts of a rule that count periods, the finest first. Words and meaning are those of restic's `forget`. */
export const COUNTED = ["last", "daily", "weekly", "monthly", "yearly"] as const;
export type Counted = (typeof COUNTED)[number];

/** So long before the last success. Years and months are those of the calendar. */
export interface Span {
  years: number;
  months: number;
  days: number;
  hours: number;
}

/**
 * Which generations a place keeps: those that any part of it wants. `last: 5` the latest five, `daily: 14` the latest of each
 * of the latest fourteen days that have one, and so on; `within` all that are not older than that. A part that is absent wants
 * none.
 */
export type RetentionRule = { readonly [part in Counted]?: number } & { readonly within?: Span };

/** A rule that wants nothing would let everything go but the last success: nobody means that, so it keeps everything. */
export function wantsSomething(rule: RetentionRule): boolean {
  return COUNTED.some((part) => (rule[part] ?? 0) > 0) || rule.within !== undefined;
}

/** One line for a rule, always the same: `last 3, daily 14, within 1y6m`. What wants nothing is left out. */
export function ruleText(rule: RetentionRule): string {
  const counted = COUNTED.flatMap((part) => (rule[part] ? [`${part} ${rule[part]}`] : []));
  return [...counted, ...(rule.within ? [`within ${spanText(rule.within)}`] : [])].join(", ");
}

const UNITS = { y: "years", m: "months", d: "days", h: "hours" } as const;

/** `2y5m7d3h`, each unit once at most and in this order, as restic reads it; `undefined` for anything else, and for no time at all. */
export function readSpan(text: string): Span | undefined {
  const found = /^(?:(\d{1,3})y)?(?:(\d{1,4})m)?(?:(\d{1,5})d)?(?:(\d{1,6})h)?$/.exec(text.trim().toLowerCase());
  if (!found) return undefined;
  const [years = 0, months = 0, days = 0, hours = 0] = found.slice(1).map((digits) => Number(digits ?? 0));
  return years + months + days + hours > 0 ? { years, months, days, hours } : undefined;
}

export function spanText(span: Span): string {
  return Object.entries(UNITS)
    .filter(([, unit]) => span[unit] > 0)
    .map(([letter, unit]) => `${span[unit]}${letter}`)
    .join("");
}
