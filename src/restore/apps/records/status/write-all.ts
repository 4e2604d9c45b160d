import type { BackupError } from "../../../../domain/errors";
import type { RecordVersion } from "../../../../domain/record-copies";
import type { Written } from "../../../../domain/sink";

/**
 * Writes something to each of several records that is the same however often it is written: what kintone refuses is found by halving, and told by
 * the record's id. What became of it is for who asks to look at, so that an answer that is lost costs nothing.
 */
export async function writeAll<Item extends RecordVersion>(
  items: readonly Item[],
  send: (items: readonly Item[]) => Promise<Written>,
  refused: Map<string, BackupError>,
): Promise<void> {
  if (items.length === 0) return;
  const written = await send(items);
  if (written.outcome === "done" || written.outcome === "unknown") return;
  const [only] = items;
  if (items.length === 1 && only) {
    refused.set(only.id, written.error);
    return;
  }
  const middle = Math.ceil(items.length / 2);
  await writeAll(items.slice(0, middle), send, refused);
  await writeAll(items.slice(middle), send, refused);
}
