import { type Clock, secondsBetween } from "../domain/clock";

/** A terminal is told several times a second; a log file, which keeps every line, seldom. */
const SECONDS_BETWEEN = { terminal: 0.2, file: 10 } as const;

interface ProgressLineOptions<News> {
  isTerminal: boolean;
  write: (text: string) => void;
  describe: (progress: News) => string;
  clock: Clock;
}

/**
 * The progress as one line that changes on a terminal, and as an occasional line in a log file. A new phase is told at once, and that
 * apps wait, or go on; as long as nothing else does, once.
 */
export function createProgressLine<News extends { phase: string; heldBack?: { apps: readonly unknown[] } }>({
  isTerminal,
  write,
  describe,
  clock,
}: ProgressLineOptions<News>): {
  report: (progress: News) => void;
  /** Call it before anything else is written. */
  end: () => void;
} {
  const between = isTerminal ? SECONDS_BETWEEN.terminal : SECONDS_BETWEEN.file;
  let last: Date | undefined;
  let stage: string | undefined;
  let text: string | undefined;
  return {
    report(progress) {
      const now = clock.now();
      const held = progress.heldBack?.apps.length ?? 0;
      const present = `${progress.phase} ${held}`;
      if (last && present === stage && secondsBetween(last, now) < between) return;
      [last, stage] = [now, present];
      const news = describe(progress);
      if (held > 0 && news === text && !isTerminal) return;
      text = news;
      write(isTerminal ? `\r\u001b[K${news}` : `${news}\n`);
    },
    end() {
      if (isTerminal && last) write("\r\u001b[K");
    },
  };
}
