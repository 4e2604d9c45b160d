import type { ArchivedRecord } from "../../archive/reading/archived-records";
import { oneByOne } from "../../domain/one-by-one";
import type { RecordVersion } from "../../domain/record-copies";

/** A record of the archive, of the app, or of both. */
export interface Pair {
  id: string;
  archived?: ArchivedRecord;
  /** In the app, which calls it by another id when it was put back before. */
  present?: RecordVersion;
  /** Its id in the app, where something else than ids told it. */
  presentId?: string;
}

/** Both in ascending ids, side by side; each is read once. */
export async function* sideBySide(
  archived: AsyncIterable<readonly ArchivedRecord[]>,
  present: AsyncIterable<readonly RecordVersion[]>,
): AsyncGenerator<Pair, void, undefined> {
  const [left, right] = [oneByOne(archived), oneByOne(present)];
  let [before, now] = [await left.next(), await right.next()];
  try {
    while (!before.done || !now.done) {
      const [own, other] = [
        before.done ? Infinity : Number(before.value.id),
        now.done ? Infinity : Number(now.value.id),
      ];
      yield {
        id: String(Math.min(own, other)),
        ...(own <= other && !before.done && { archived: before.value }),
        ...(other <= own && !now.done && { present: now.value }),
      };
      if (own <= other) before = await left.next();
      if (other <= own) now = await right.next();
    }
  } finally {
    await Promise.all([left.return(), right.return()]);
  }
}
