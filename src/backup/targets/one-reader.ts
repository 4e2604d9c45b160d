import { type Clock, secondsBetween } from "../../domain/clock";
import type { Source } from "../../domain/source";
import type { Memory } from "../journal/memory";

/** Files that came since the last confirmation are fetched anew after a crash: so many are bearable, and so seldom is cheap. */
const SECONDS_BETWEEN = 10;

/** A source as one target sees it, and whether all that it gave was given to the run's user. */
export interface OneReader {
  source: Source;
  /**
   * Whether every file so far was the run's user's. Waits for the user when somebody else is logged in. Rejects with `SESSION_EXPIRED` when
   * that takes too long; then nothing that was read may be used.
   */
  isSame(): Promise<boolean>;
}

/**
 * Confirms now and then, while files come, and in the end, that they came to the run's user. Other answers need no confirmation, and where
 * nobody else can be meant, there is none to ask for.
 *
 * @param folder of the target, whose files count for a later attempt of the run as soon as they are confirmed
 */
export function createOneReader(source: Source, folder: string, memory: Memory, clock: Clock): OneReader {
  const { reader } = source;
  if (!reader.isUncertain) return { source, isSame: async () => true };
  const began = reader.logIns();
  let asked = clock.now();
  let isUnconfirmed = false;
  let confirming: Promise<void> | undefined;

  async function confirm(): Promise<void> {
    asked = clock.now();
    if ((await reader.confirm()) !== began) return;
    isUnconfirmed = false;
    memory.confirmed(folder);
  }

  /** No file is asked for meanwhile: kintone's word is about those before it. */
  function confirmingNow(): Promise<void> {
    confirming ??= confirm().finally(() => {
      confirming = undefined;
    });
    return confirming;
  }

  return {
    async isSame() {
      if (isUnconfirmed) await confirmingNow();
      return reader.logIns() === began;
    },
    source: {
      ...source,
      async openFile(app, fileKey) {
        const isTime = isUnconfirmed && secondsBetween(asked, clock.now()) > SECONDS_BETWEEN;
        if (confirming || isTime) await confirmingNow();
        isUnconfirmed = true;
        return source.openFile(app, fileKey);
      },
    },
  };
}
