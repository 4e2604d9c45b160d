import type { CopyOrder } from "../../domain/record-copies";
import { type CopyAnswer, createCopyHere } from "../../kintone/reading/record-answer";
import { type CopyThread, type StartThread, startCopyThread } from "./copy-thread";

/** Below that, sending an answer away takes longer than copying it. */
const WORTH_SENDING = 64 * 1024;

export interface CopyThreads {
  copyAnswer: CopyAnswer;
  /** Call it when nothing more is to be copied. */
  end(): Promise<void>;
}

/**
 * Copies records on other threads, which are started when the first large answer is there; small ones, and all where there is no
 * thread, are copied here. Parsing JSON is the greatest part of a run's work, and nothing else can be done meanwhile.
 *
 * @param most threads at a time
 */
export function createCopyThreads(start: StartThread, most: number): CopyThreads {
  const copyHere = createCopyHere();
  const numbers = new Map<CopyOrder, number>();
  let starting: Promise<CopyThread[]> | undefined;

  async function startAll(): Promise<CopyThread[]> {
    const started = Array.from({ length: most }, () => startCopyThread(start).catch(() => undefined));
    return (await Promise.all(started)).filter((thread) => thread !== undefined);
  }

  return {
    async copyAnswer(answer, asked, order) {
      if (answer.length < WORTH_SENDING) return copyHere(answer, asked, order);
      const threads = (await (starting ??= startAll())).filter(({ isBroken }) => !isBroken());
      const idlest = threads.sort((a, b) => a.underWay() - b.underWay())[0];
      if (!idlest) return copyHere(answer, asked, order);
      const number = numbers.get(order) ?? numbers.size;
      numbers.set(order, number);
      return idlest.copy(answer, asked, { number, order });
    },
    async end() {
      await Promise.all(((await starting) ?? []).map((thread) => thread.end()));
    },
  };
}
