import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import type { Checked } from "../../../command/checked";
import { inStagingFolder } from "../../../destinations/staging-folder";
import { BackupError, toBackupError } from "../../../domain/errors";
import { placeVerbMessagesFor } from "../../../screens/text/place-verbs/language";
import type { Messages } from "../../../screens/text/run/messages";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import type { CommandFile } from "../../../settings/command-file";
import { storedFile } from "../../../workspace/stored-file";
import { type OpenPlace, placesOf } from "../places";

/** Writes a small file at each place, reads it back and removes it. Nothing is locked for it: what is locked stays. */
export async function testPlacesOnNode(
  file: CommandFile,
  { messages, signal }: { messages: Messages; signal: AbortSignal },
): Promise<Checked> {
  const words = placeVerbMessagesFor(messages.locale);
  const lines: string[] = [];
  let sound = true;
  for (const place of placesOf({ ...file, places: file.places.map(unlocked) })) {
    try {
      await tryOut(place, file.folder, signal);
      lines.push(words.placeIsFine(place.name));
    } catch (thrown) {
      signal.throwIfAborted();
      sound = false;
      lines.push(words.placeFails(place.name, describeProblem(messages, { error: toBackupError(thrown) })));
    }
  }
  return { sound, report: `${lines.join("\n")}\n` };
}

function unlocked(place: CommandFile["places"][number]): CommandFile["places"][number] {
  if (place.kind !== "s3") return place;
  const { objectLock: _lock, retainDays: _days, ...rest } = place;
  return rest;
}

async function tryOut({ destination }: OpenPlace, staging: string, signal: AbortSignal): Promise<void> {
  const name = `kintone-backup-test-${randomUUID()}.txt`;
  const text = `This file was written to test the place, and can be removed.\n${name}\n`;
  const claim = await destination.claim({ owner: randomUUID(), names: [name.replace(/\.txt$/, "")] });
  try {
    await inStagingFolder(
      staging,
      (folder) => writeFile(join(folder, name), text),
      async (folder) => {
        const file = storedFile(join(folder, name), name, text.length);
        const sha256 = createHash("sha256").update(text).digest("hex");
        await destination.deliver({ name, size: text.length, sha256, file }, signal);
      },
    );
    let read = "";
    for await (const chunk of destination.read(name)) read += Buffer.from(chunk).toString();
    if (read !== text)
      throw new BackupError("ARCHIVE_DAMAGED", "Another text was read back", { facts: { path: name } });
  } finally {
    await claim.release().catch(() => undefined);
    await destination.remove(name).catch(() => undefined);
  }
}
