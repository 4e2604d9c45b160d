import type { ArchivedComment } from "./archived-comments";

/** The longest that kintone takes (OpenAPI 20250423: record/comment). In what it counts them, nobody says: in UTF-16 they are the most. */
const MOST_LETTERS = 65_535;

/**
 * A comment as it is written again: who wrote it, and when, stands before it, as kintone says that it is of who restores, now. Whom it mentioned is in its text
 * already (OpenAPI 20250423: comments); nobody is mentioned anew. Where there is no room for all of it, it goes on in others.
 */
export function commentTexts({ text, at, by }: ArchivedComment, timeZone: string): string[] {
  const who = by.name === by.code || by.code === "" ? by.name : `${by.name} (${by.code})`;
  const heading = `${who}, ${timeIn(timeZone, at)}`;
  const words = text.trimEnd();
  const whole = `[${heading}]\n${words}`;
  if (whole.length <= MOST_LETTERS) return [whole];
  // As long as it gets with the numbers of its parts.
  const room = MOST_LETTERS - `[${heading}] (1000/1000)\n`.length;
  const parts = pieces(words, room);
  return parts.map((part, index) => `[${heading}] (${index + 1}/${parts.length})\n${part}`);
}

function pieces(text: string, room: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + room;
    // Half of a letter would be none.
    const isCut = end < text.length && isHighSurrogate(text.charCodeAt(end - 1));
    found.push(text.slice(at, isCut ? end - 1 : end));
    at = isCut ? end - 1 : end;
  }
  return found;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** `2026-11-23 12:01`; as the archive has it where it is no time. */
function timeIn(timeZone: string, at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(moment);
}
