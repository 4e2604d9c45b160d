import type { ComparisonCommandMessages } from "../../screens/text/restore/command/language";
import { describeCheckProgress } from "../../screens/text/verify/archive-report";
import { chosenFiles, describeChoice, type SoundArchive, soundArchive } from "./archive-to-compare";
import type { ReadKeys } from "./encrypted/key-files";
import { withOpenZips } from "./open-zips";
import { sortedByRun } from "./run-of-zips";
import { zipFilesIn } from "./zip-files";

interface ArchiveMeant {
  /** Paths of zip files, and of folders of them. */
  zips: readonly string[];
  /** The newest one that is there whole, when absent. */
  runId: string | undefined;
  /** What opens encrypted ones. */
  keys: ReadKeys;
  messages: ComparisonCommandMessages;
  signal: AbortSignal;
  /** Told how far the reading is. */
  saying: (phase: string, said: string) => void;
}

/**
 * Opens the archive that is meant, and reads it back before anything is done with it. Its files are open as long as `work` takes. Rejects as `chosenFiles` and
 * `soundArchive` do, with `ClosedFile` when nothing that is there can be opened, and with what `work` throws.
 */
export async function withSoundArchive<Result>(
  { zips, runId, keys: readKeys, messages, signal, saying }: ArchiveMeant,
  work: (sound: SoundArchive, heading: string[]) => Promise<Result>,
): Promise<Result> {
  const keys = await readKeys();
  const sorted = await sortedByRun(await zipFilesIn(zips), keys, signal);
  const [closed] = sorted.closed;
  if (closed && sorted.runs.length === 0) throw closed;
  return withOpenZips(chosenFiles(sorted, messages, runId), keys, async (volumes) => {
    const sound = await soundArchive(volumes, messages, {
      report: (progress) => saying(progress.name, describeCheckProgress(messages, progress)),
      signal,
    });
    return work(sound, describeChoice(messages, sound.archive, sorted, runId));
  });
}
