import type { Clock } from "./clock";

/** The log of a run: what happened, when. It never holds record contents, passwords or tokens. */
export interface Log<Event> {
  add(event: Event): void;
  /** One line per event, each with its line feed: ISO time in UTC, then the sentence. All together may be more than one string can hold. */
  lines(): Iterable<string>;
}

/** Where the lines go for another attempt of the run, and what earlier attempts left there. */
export interface KeptLines {
  readonly logLines: readonly string[];
  logged(line: string): void;
}

/** @param describe how an event reads in the user's language */
export function createLog<Event>(clock: Clock, describe: (event: Event) => string, kept?: KeptLines): Log<Event> {
  const lines = [...(kept?.logLines ?? [])];
  return {
    add(event) {
      // A line break in a file's name must not look like a line of ours.
      const line = `${clock.now().toISOString()} ${describe(event).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
      lines.push(line);
      kept?.logged(line);
    },
    lines: () => lines.map((line) => `${line}\n`),
  };
}
