import type { ComparisonCommandMessages } from "../../screens/text/restore/command/language";
import { describeCheckProgress } from "../../screens/text/verify/archive-report";
import { chosenFiles, describeChoice, type SoundArchive, soundArchive } from "./archive-to-compare";
import { withOpenZips } from "./open-zips";
import { sortedByRun } from "./run-of-zips";
import { zipFilesIn } from "./zip-files";

interface ArchiveMeant {
  /** Paths of zip files, and of folders of them. */
  zips: readonly string[];
  /** The newest one that is there whole, when absent. */
  runId: string | undefined;
  messages: ComparisonCommandMessages;
  signal: AbortSignal;
  /** Told how far the reading is. */
  saying: (phase: string, said: string) => void;
}

/**
 * Opens the archive that is meant, and reads it back before anything is done with it. Its files are open as long as `work` takes. Rejects as `chosenFiles` and
 * `soundArchive` do, and with what `work` throws.
 */
export async function withSoundArchive<Result>(
  { zips, runId, messages, signal, saying }: ArchiveMeant,
  work: (sound: SoundArchive, heading: string[]) => Promise<Result>,
): Promise<Result> {
  const sorted = await sortedByRun(await zipFilesIn(zips), signal);
  return withOpenZips(chosenFiles(sorted, messages, runId), async (volumes) => {
    const sound = await soundArchive(volumes, messages, {
      report: (progress) => saying(progress.name, describeCheckProgress(messages, progress)),
      signal,
    });
    return work(sound, describeChoice(messages, sound.archive, sorted, runId));
  });
}
