import type { StagedEntry, StagedWriter, Staging } from "./staging";

/** Staging of which everything can be given back at once. */
interface ReturnableStaging extends Staging {
  /** Gives back the space of everything that was staged here, finished or not. Call it when nothing is on its way any more. */
  giveBack(): Promise<void>;
}

/** Remembers what was staged: when there is no space left, the one who staged it may not know any more. */
export function createReturnableStaging(staging: Staging): ReturnableStaging {
  const held = new Set<() => Promise<void>>();

  /** Lets go once, whoever asks for it. */
  function hold(release: () => Promise<void>): () => Promise<void> {
    const letGo = async () => {
      if (held.delete(letGo)) await release();
    };
    held.add(letGo);
    return letGo;
  }

  const heldEntry = (entry: StagedEntry): StagedEntry => ({ ...entry, remove: hold(entry.remove) });

  function heldWriter(writer: StagedWriter): StagedWriter {
    const discard = hold(() => writer.discard());
    return {
      ...writer,
      async close() {
        const entry = heldEntry(await writer.close());
        held.delete(discard);
        return entry;
      },
      discard,
    };
  }

  return {
    ...staging,
    create: async (label) => heldWriter(await staging.create(label)),
    adopt: (...what) => heldEntry(staging.adopt(...what)),
    async giveBack() {
      // One that cannot be let go must not keep the others.
      await Promise.all([...held].map((letGo) => letGo().catch(() => undefined)));
    },
  };
}
