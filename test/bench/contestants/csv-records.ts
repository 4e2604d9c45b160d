import { createReadStream } from "node:fs";

const [QUOTE, NEWLINE, STAR] = ['"', "\n", "*"].map((character) => character.charCodeAt(0));

/**
 * Counts the records in a CSV of `@kintone/cli`. Where an app has tables, a record has a line for each row, and the first line has
 * a star in front (docs of `record export`).
 */
export async function countCsvRecords(file: string): Promise<number> {
  let [lines, starred, isInQuotes, isStart, hasStar] = [0, 0, false, true, false];
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk as Buffer) {
      if (byte === NEWLINE && !isInQuotes) {
        if (lines > 0 && hasStar) starred += 1;
        [lines, isStart, hasStar] = [lines + 1, true, false];
      } else if (byte === QUOTE) isInQuotes = !isInQuotes;
      else if (isStart) [isStart, hasStar] = [false, byte === STAR];
    }
  }
  return starred > 0 ? starred : Math.max(0, lines - 1);
}
