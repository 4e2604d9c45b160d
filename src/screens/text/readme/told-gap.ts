import { type GapGroup, MOST_EXAMPLES } from "../../../archive/verify/target-gaps";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";

type Missing = GapGroup["examples"][number];

const LONGEST_CODE = 60;
const LONGEST_PATH = 100;
const LONGEST_TEXT = 120;

/** What is not there and why, and the places where it is not: the first of them, and how many more there are. */
export interface ToldGap {
  sentence: string;
  places: string[];
}

/** Gaps in words. Those of one part and one reason stand together. */
export function toldGaps(messages: ReadmeMessages, groups: readonly GapGroup[]): ToldGap[] {
  const told = new Map<string, ToldGap & { hidden: number }>();
  for (const { code, what, count, examples } of groups) {
    for (const [at, gap] of examples.entries()) {
      const known = sentenceOf(messages, gap);
      const sentence = known ?? shortened(gap.text, LONGEST_TEXT);
      const key = JSON.stringify([code, what, known ?? gap.text]);
      const entry = told.get(key) ?? { sentence, places: [], hidden: 0 };
      told.set(key, entry);
      const place = placeOf(messages, gap, known !== undefined && code === "FAILED");
      if (place && entry.places.length < MOST_EXAMPLES) entry.places.push(place);
      else if (place) entry.hidden += 1;
      if (at === examples.length - 1) entry.hidden += count - examples.length;
    }
  }
  return [...told.values()].map(({ sentence, places, hidden }) => ({
    sentence,
    places: hidden > 0 ? [...places, messages.more(messages.quantities.number(hidden))] : places,
  }));
}

/** `undefined` for words that this version does not know: the manifest has a sentence of its own then. */
function sentenceOf({ part, reason, ownReason }: ReadmeMessages, { what, code }: Missing): string | undefined {
  const name = own<string>(part, what);
  const why = own<Partial<typeof reason>>(ownReason, what)?.[code] ?? own<string>(reason, code);
  return name === undefined || why === undefined ? undefined : `${name}: ${why}`;
}

/** 'record 34, field "drawing", 12/attachments/drawing-34/a.pdf (The connection broke)': only what is known. */
function placeOf(messages: ReadmeMessages, gap: Missing, withText: boolean): string {
  const place = [
    gap.space !== undefined && messages.space(shortened(gap.space, LONGEST_CODE)),
    gap.record !== undefined && messages.record(shortened(gap.record, LONGEST_CODE)),
    gap.field !== undefined && messages.field(shortened(gap.field, LONGEST_CODE)),
    gap.path !== undefined && pathOf(messages, gap.path),
  ]
    .filter(Boolean)
    .join(messages.separator);
  const text = withText ? shortened(gap.text, LONGEST_TEXT) : "";
  return place && text ? messages.because(place, text) : place || text;
}

/** A setting has a name that says more than its path. */
function pathOf({ setting, pathOf: withName }: ReadmeMessages, path: string): string {
  const written = shortened(path, LONGEST_PATH);
  const [, name = ""] = /(?:^|\/)settings\/([\w/]+)(?:\.[\w-]+)?\.json$/u.exec(path) ?? [];
  const known = own<string>(setting, name);
  return known === undefined ? written : withName(written, known);
}

/** A word from outside may be `constructor`. */
function own<Value>(texts: Readonly<Record<string, Value | undefined>>, word: string): Value | undefined {
  return Object.hasOwn(texts, word) ? texts[word] : undefined;
}
