import type { Checked } from "../../../command/checked";
import type { Credentials } from "../../../command/credentials";
import { BackupError, toBackupError } from "../../../domain/errors";
import type { RecordStore } from "../../../domain/record-store";
import { type ScatteredArchive, recordDelivered, scatteredArchives } from "../../../history/saved/late-places";
import { createRecordStore } from "../../../kintone/writing/record-store";
import { placeVerbMessagesFor } from "../../../screens/text/place-verbs/language";
import type { Messages } from "../../../screens/text/run/messages";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import type { CommandFile } from "../../../settings/command-file";
import { placesOf } from "../places";
import { operatorOf } from "../run";
import { signIn } from "../sign-in";
import { NowhereWhole, bring } from "./bring";

interface DeliverHost {
  messages: Messages;
  pluginVersion: string;
  signal: AbortSignal;
  /** A run that has just tried. */
  except?: string;
}

/**
 * Brings archives that earlier runs could not save at a place to where they are missing, from a place that has them, and writes it into the
 * history. Each is tried, whatever becomes of the others.
 */
export async function deliverOnNode(
  file: CommandFile,
  credentials: Credentials,
  { messages, pluginVersion, signal, except }: DeliverHost,
): Promise<Extract<Checked, { sound: boolean }> & { missing: number }> {
  const words = placeVerbMessagesFor(messages.locale);
  const connection = signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch);
  const app = { appId: file.app, ...(file.guestSpaceId && { guestSpaceId: file.guestSpaceId }) };
  const store = createRecordStore(connection, app);
  const { name, code } = operatorOf(credentials);
  const lines: string[] = [];
  let sound = true;
  const missing = (await missingOnes(store, file)).filter(
    ({ archive }) => except === undefined || archive.record.run_id?.value !== except,
  );
  for (const { archive, place } of missing) {
    const called = archive.volumes[0]?.name ?? "";
    try {
      await bringTo(place, archive, file, signal);
      await recorded(store, archive, place, name || code);
      lines.push(words.delivered(called, place));
    } catch (thrown) {
      signal.throwIfAborted();
      sound = false;
      const why =
        thrown instanceof NowhereWhole
          ? words.nowhereWhole
          : describeProblem(messages, { error: toBackupError(thrown) });
      lines.push(words.notDelivered(called, place, why));
    }
  }
  return {
    sound,
    missing: missing.length,
    report: `${(lines.length > 0 ? lines : [words.nothingMissing]).join("\n")}\n`,
  };
}

/** One for each archive and each place of the file that lacks it. A place that is in no file any more lacks nothing. */
async function missingOnes(store: RecordStore, file: CommandFile) {
  const known = new Set(file.places.map(({ name }) => name));
  return (await scatteredArchives(store)).flatMap((archive) =>
    archive.places
      .filter(({ name, state }) => state === "not_saved" && known.has(name))
      .map(({ name: place }) => ({ archive, place })),
  );
}

async function bringTo(place: string, { volumes, places }: ScatteredArchive, file: CommandFile, signal: AbortSignal) {
  const lacking = new Set(places.filter(({ state }) => state === "not_saved").map(({ name }) => name));
  const open = placesOf(file);
  const to = open.find(({ name }) => name === place);
  if (!to) return;
  const from = open.filter(({ name }) => !lacking.has(name));
  await bring(volumes, { from, to, staging: file.folder, signal });
}

/** Somebody may write into the record meanwhile: then it is read anew. */
async function recorded(store: RecordStore, archive: ScatteredArchive, place: string, by: string): Promise<void> {
  const id = String(archive.record.$id?.value);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const [record] = await store.find(`$id = ${id} limit 1`);
    if (record && (await recordDelivered(store, { ...archive, record }, place, { by, at: new Date() }))) return;
  }
  throw new BackupError("HISTORY_UNWRITABLE", "The run's record kept changing");
}
