import process from "node:process";
import { type Changing, type ProgressLine, createProgressLine } from "../../command/progress-line";
import { harmless } from "../../screens/text/harmless";

/** Where the command writes, for as long as there is anybody who takes it. */
export interface Outputs {
  /** Standard output: the result. */
  print: (text: string) => void;
  /** Standard error: what goes on, and what went wrong. */
  tell: (text: string) => void;
  /** On standard error, too. */
  progressLine: <News extends Changing>(describe: (progress: News) => string) => ProgressLine<News>;
}

/**
 * Whoever reads may go away (`| head`, a closed terminal: EPIPE, EIO), and the disk that a log is on may be full (ENOSPC). Node ends a
 * process for that, unless somebody listens. Nothing that the command does becomes worse by having nobody to tell: it goes on, and ends
 * with the same code. A write is tried each time, as a disk may get room again.
 */
export function openOutputs(): Outputs {
  const [toOutput, toError] = [writingTo(process.stdout), writingTo(process.stderr)];
  return {
    print: (text) => toOutput(harmless(text)),
    tell: (text) => toError(harmless(text)),
    progressLine: (describe) =>
      createProgressLine({
        isTerminal: process.stderr.isTTY,
        write: toError,
        describe: (progress) => harmless(describe(progress)),
        now: () => performance.now(),
      }),
  };
}

function writingTo(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on("error", () => undefined);
  return (text) => {
    stream.write(text);
  };
}
