import type { BackupError } from "../../../domain/errors";
import type { Piece } from "../told";
import { type Refused, takeWhatGoes } from "./taking";

/** Something that a step sends, of which kintone can refuse parts. */
export interface Work {
  /** @param afterEach makes it live, or throws `NotDeployed`: where all together could not be made live */
  take(afterEach?: () => Promise<void>): Promise<Array<Refused<Piece>>>;
}

interface Parts<Item> {
  items: readonly Item[];
  pieceOf(item: Item): Piece;
  /** These, beside what was taken before. */
  send(next: readonly Item[], taken: readonly Item[]): Promise<void>;
  isNamed?(item: Item, error: BackupError): boolean;
  /** Nothing is something, too: what a new app has by itself goes. */
  evenWithout?: true;
}

export function workOf<Item>({ items, pieceOf, send, isNamed = () => false, evenWithout }: Parts<Item>): Work {
  return {
    async take(afterEach) {
      if (items.length === 0 && evenWithout) await send([], []);
      const sent = async (next: readonly Item[], taken: readonly Item[]) => {
        await send(next, taken);
        await afterEach?.();
      };
      const refused = await takeWhatGoes(items, sent, isNamed);
      return refused.map(({ item, why }) => ({ item: pieceOf(item), why }));
    },
  };
}

/** A setting that is taken as a whole, or not at all. */
export const wholeWork = (piece: Piece, send: () => Promise<void>): Work =>
  workOf({ items: [piece], pieceOf: (item) => item, send });
