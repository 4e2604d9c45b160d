/** In milliseconds. A terminal is told several times a second; a log file, which keeps every line, seldom. */
const BETWEEN = { terminal: 200, file: 10_000 } as const;

/** What is told at once when it is another. */
export interface Changing {
  phase: string;
  waitingFor?: string;
  heldBack?: { apps: readonly unknown[] };
}

/**
 * The progress as one line that changes on a terminal, and as an occasional line in a log file. That apps wait for another day is told
 * once, as long as nothing else goes on.
 */
export interface ProgressLine<News extends Changing> {
  report: (progress: News) => void;
  /** Call it before anything else is written. */
  end: () => void;
}

interface ProgressLineOptions<News> {
  isTerminal: boolean;
  write: (text: string) => void;
  describe: (progress: News) => string;
  /** Milliseconds, of a clock that nobody sets. */
  now: () => number;
}

export function createProgressLine<News extends Changing>({
  isTerminal,
  write,
  describe,
  now,
}: ProgressLineOptions<News>): ProgressLine<News> {
  const between = isTerminal ? BETWEEN.terminal : BETWEEN.file;
  let last: number | undefined;
  let stage: string | undefined;
  let text: string | undefined;
  return {
    report(progress) {
      const moment = now();
      const held = progress.heldBack?.apps.length ?? 0;
      const present = `${progress.phase} ${progress.waitingFor ?? ""} ${held}`;
      if (last !== undefined && present === stage && moment - last < between) return;
      [last, stage] = [moment, present];
      const news = describe(progress);
      if (held > 0 && news === text && !isTerminal) return;
      text = news;
      write(isTerminal ? `\r\u001b[K${news}` : `${news}\n`);
    },
    end() {
      if (isTerminal && last !== undefined) write("\r\u001b[K");
    },
  };
}
