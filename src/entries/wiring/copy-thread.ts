import { BackupError, toBackupError } from "../../domain/errors";
import { type PlainError, errorOf, plainError } from "../../domain/plain-error";
import type { CopiedRecords, CopyOrder } from "../../domain/record-copies";
import { type AskedIds, createCopyHere } from "../../kintone/reading/record-answer";

/** What a copying thread is told. An order comes once, before the first answer that it is for. */
export type ToCopier =
  | { kind: "order"; number: number; order: CopyOrder }
  | { kind: "copy"; job: number; number: number; answer: Uint8Array<ArrayBuffer>; asked: AskedIds };

/** What it tells. */
export type FromCopier =
  { kind: "copied"; job: number; copied: CopiedRecords } | { kind: "not-copied"; job: number; error: PlainError };

/** A thread of Node or of a browser. */
export interface Thread {
  post(message: ToCopier, buffers: ArrayBuffer[]): void;
  /** Whether somebody waits for it: Node does not end before. */
  awaited(is: boolean): void;
  end(): void | Promise<void>;
}

interface ThreadEvents {
  message: (message: FromCopier) => void;
  /** It will never answer again. */
  broken: (reason: string) => void;
}

/** Resolves to nothing where no thread can be had. */
export type StartThread = (events: ThreadEvents) => Promise<Thread | undefined>;

/** A thread that copies records, seen from the one that asks. */
export interface CopyThread {
  /** Rejects also when the thread breaks, retryable: the answer went with it, but kintone gives it again. */
  copy(
    answer: Uint8Array<ArrayBuffer>,
    asked: AskedIds,
    order: { number: number; order: CopyOrder },
  ): Promise<CopiedRecords>;
  underWay(): number;
  isBroken(): boolean;
  end(): void | Promise<void>;
}

interface Waiting {
  resolve: (copied: CopiedRecords) => void;
  reject: (reason: BackupError) => void;
}

export async function startCopyThread(start: StartThread): Promise<CopyThread | undefined> {
  const waiting = new Map<number, Waiting>();
  const known = new Set<number>();
  let [jobs, brokenBy]: [number, string | undefined] = [0, undefined];
  const lost = () =>
    new BackupError("BAD_RESPONSE", `The thread that copied records broke: ${brokenBy}`, {
      // Perhaps by what was too much for it.
      ...{ retryable: true, divisible: true },
    });

  const thread = await start({
    message(message) {
      const settle = waiting.get(message.job);
      waiting.delete(message.job);
      if (waiting.size === 0) thread?.awaited(false);
      if (message.kind === "copied") settle?.resolve(message.copied);
      else settle?.reject(errorOf(message.error));
    },
    broken(reason) {
      brokenBy = reason;
      for (const { reject } of waiting.values()) reject(lost());

      waiting.clear();
    },
  });

  return (
    thread && {
      copy(answer, asked, { number, order }) {
        if (brokenBy !== undefined) return Promise.reject(lost());
        if (!known.has(number)) thread.post({ kind: "order", number, order }, []);
        known.add(number);
        const job = (jobs += 1);
        return new Promise((resolve, reject) => {
          waiting.set(job, { resolve, reject });
          thread.awaited(true);
          thread.post({ kind: "copy", job, number, answer, asked }, [answer.buffer]);
        });
      },
      underWay: () => waiting.size,
      isBroken: () => brokenBy !== undefined,
      end: () => thread.end(),
    }
  );
}

/**
 * The thread itself, which does nothing else: give it every message.
 *
 * @param tell posts a message, and hands the buffers over
 */
export function createAnsweringThread(
  tell: (message: FromCopier, buffers: ArrayBuffer[]) => void,
): (message: ToCopier) => void {
  const copyAnswer = createCopyHere();
  const orders = new Map<number, CopyOrder>();

  return (message) => {
    if (message.kind === "order") orders.set(message.number, message.order);
    if (message.kind !== "copy") return;
    const { job, number, answer, asked } = message;
    copyAnswer(answer, asked, orders.get(number) as CopyOrder).then(
      (copied) => tell({ kind: "copied", job, copied }, buffersOf(copied)),
      (thrown: unknown) => tell({ kind: "not-copied", job, error: plainError(toBackupError(thrown)) }, []),
    );
  };
}

function buffersOf({ lines, copies }: CopiedRecords): ArrayBuffer[] {
  const rowsOfAll = copies.flatMap(({ rows }) => rows ?? []);
  return [...new Set([lines, ...rowsOfAll].map(({ buffer }) => buffer as ArrayBuffer))];
}
