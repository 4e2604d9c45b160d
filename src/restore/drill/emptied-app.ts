import { BackupError } from "../../domain/errors";
import { RECORDS_PER_BATCH, type Sink } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

/** After an answer that was lost or a record that somebody touched, it is looked again what is left. */
const LOOKS = 5;

/** Deletes every record of an app. */
export async function emptyApp(
  app: AppRef,
  { source, sink, signal }: { source: Pick<Source, "readVersions">; sink: Pick<Sink, "remove">; signal: AbortSignal },
): Promise<void> {
  let error: BackupError | undefined;
  for (let looks = 0; looks < LOOKS;) {
    signal.throwIfAborted();
    const versions = await source.readVersions(app, { query: "", afterId: "0", limit: RECORDS_PER_BATCH });
    if (versions.length === 0) return;
    const removed = await sink.remove(app, versions);
    if (removed.outcome === "done") continue;
    error = removed.error;
    looks += 1;
  }
  throw error ?? new BackupError("UNEXPECTED", "The app keeps getting records");
}
