/** In milliseconds. A terminal is told several times a second; a log file, which keeps every line, seldom. */
const BETWEEN = { terminal: 200, file: 10_000 } as const;

/** What is told at once when it is another. */
export interface Changing {
  phase: string;
  waitingFor?: string;
}

/** The progress as one line that changes on a terminal, and as an occasional line in a log file. */
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
  let told: Changing | undefined;
  return {
    report(progress) {
      const moment = now();
      const isOther = progress.phase !== told?.phase || progress.waitingFor !== told.waitingFor;
      if (last !== undefined && !isOther && moment - last < between) return;
      last = moment;
      told = progress;
      write(isTerminal ? `\r\u001b[K${describe(progress)}` : `${describe(progress)}\n`);
    },
    end() {
      if (isTerminal && last !== undefined) write("\r\u001b[K");
    },
  };
}
