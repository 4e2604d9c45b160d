import type { ReadmeFacts } from "../../../backup/volumes/readme";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";

type Missing = ReadmeFacts["targets"][number]["missing"][number];

/** Of one part, for one reason. */
const MOST_PLACES = 20;

const LONGEST_CODE = 60;
const LONGEST_PATH = 100;
const LONGEST_TEXT = 120;

/** Gaps as lines: what and why, and below it the places. Those of one part and one reason stand together. */
export function gapLines(messages: ReadmeMessages, gaps: readonly Missing[]): string[] {
  const groups = new Map<string, { sentence: string; places: string[] }>();
  for (const gap of gaps) {
    const known = sentenceOf(messages, gap);
    const sentence = known ?? shortened(gap.text, LONGEST_TEXT);
    const key = JSON.stringify([gap.code, gap.what, known ?? gap.text]);
    const group = groups.get(key) ?? { sentence, places: [] };
    const place = placeOf(messages, gap, known !== undefined && gap.code === "FAILED");
    if (place) group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ sentence, places }) => [
    `  - ${sentence}`,
    ...places.slice(0, MOST_PLACES).map((place) => `      ${place}`),
    ...(places.length > MOST_PLACES
      ? [`      ${messages.more(messages.quantities.number(places.length - MOST_PLACES))}`]
      : []),
  ]);
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
