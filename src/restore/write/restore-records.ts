import type { ArchivedEntry } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { formOf } from "../../domain/settings/form";
import type { Sink } from "../../domain/sink";
import type { Source } from "../../domain/source";
import { toRestoreError } from "../archive-problem";
import { createRecordComparer } from "../compare/record-differences";
import { createRenaming } from "../plan/renaming";
import type { RestorePlan } from "../plan/restore-plan";
import { createBooking, type WrittenRecords } from "./booking";
import { createVainness, onlyRefusal } from "./in-vain";
import { oneAhead } from "./one-ahead";
import { type OfArchive, readyBatches } from "./ready-records";
import { type Recollection, leftOf, onlyOf, recollect, resultsOf } from "./recollection";
import { createRecordFiles, type RecordFilesOptions } from "./record-files";
import type { RecordResult } from "./record-result";
import type { RestoreJournal } from "./restore-journal";
import { createWays, type Ways } from "./ways";
import type { WritingDesk } from "./writing-desk";

export interface RestoreOrder extends Pick<OfArchive, "archived" | "app" | "forms" | "choices" | "numbers" | "stamps"> {
  plan: RestorePlan;
}

/** What a restore needs of the world. */
export interface RestoreParts extends Pick<WritingDesk, "pause" | "lookingFor"> {
  source: Source;
  sink: Sink;
  journal: RestoreJournal;
  /** The content of a file of the archive, wherever there is room for it. */
  blobOf: (entry: ArchivedEntry) => Promise<Blob>;
  signal: AbortSignal;
  /** How many requests may be under way: so many files are uploaded at the same time. */
  requestsAllowed: () => number;
  /** Told of each record of the plan that was reached. */
  result: (result: RecordResult) => Promise<void> | void;
}

/** After so many batches of which kintone took nothing, for one and the same reason, the others would fare no better. */
const BATCHES_IN_VAIN = 3;

/**
 * Writes what the plan says, batch by batch, and nothing else: each batch is in the journal before kintone hears of it, and nothing is sent when the
 * form is another than the one that was compared, which is looked at for each batch while the one before it is written. What an earlier attempt wrote is not written again. Never rejects for what kintone or the
 * network does: that ends it, with a reason.
 */
export async function restoreRecords(order: RestoreOrder, parts: RestoreParts): Promise<WrittenRecords> {
  const { archived, app, forms, plan, choices } = order;
  const { source, sink, journal, pause, lookingFor, signal, requestsAllowed } = parts;
  const { book, written, ended } = createBooking(parts.result);
  const { differences } = createRecordComparer(forms.present, forms.fields);
  const { attachmentsOf } = createRenaming(choices.renamed);
  const filesOf = (files: Pick<RecordFilesOptions, "sink" | "blobOf">) =>
    createRecordFiles({ archived, app, attachmentsOf, signal, requestsAllowed, ...files });
  const preparation = { ...order, source };
  const vain = createVainness(BATCHES_IN_VAIN);
  try {
    let earlier = await recollect(journal);
    // What is certain comes first: whatever fails now, what was added is told.
    await book(resultsOf(earlier));
    const ways = createWays({ app, sink, source, differences, pause, lookingFor }, await watermarkOf(earlier), journal);
    if (earlier.open) {
      await settle(earlier.open, ways);
      earlier = await recollect(journal);
      await book(resultsOf(earlier));
    }
    const batches = readyBatches(leftOf(plan, earlier), { ...preparation, filesOf: filesOf(parts) });
    for await (const batch of oneAhead(batches, expectSameForm)) {
      signal.throwIfAborted();
      await book(batch.refused);
      const results = await ways.write(batch);
      await book(results);
      for (const result of results) if (result.outcome === "undecided") throw result.error;
      vain.heard(onlyRefusal([...batch.refused, ...results]));
    }
    return written;
  } catch (thrown) {
    // Part of a batch may have been written when the rest of it could not be sent.
    return ended(journal, toRestoreError(thrown));
  }

  /** The answer to what was sent last was lost with the attempt that sent it. Rejects when nobody can tell what became of it. */
  async function settle(sent: NonNullable<Recollection["open"]>, ways: Ways): Promise<void> {
    for await (const batch of readyBatches(onlyOf(plan, sent), { ...preparation, filesOf: filesOf(NOWHERE) })) {
      const settled = await ways.settle(batch, sent);
      if (settled.state === "undecided")
        throw new BackupError("NETWORK", "The restore ended before the answer was there");
      if (settled.state === "done") await journal.note({ kind: "done", versions: settled.versions });
      else await journal.note({ kind: "not-done" });
    }
  }

  async function watermarkOf({ added }: Recollection): Promise<string> {
    const [newest] = await source.readNewestRecords(app, "", 1);
    const ids = [String(newest?.$id?.value ?? "0"), ...[...added.values()].map(({ id }) => id)];
    return ids.reduce((greatest, id) => (BigInt(id) > BigInt(greatest) ? id : greatest));
  }

  async function expectSameForm(): Promise<void> {
    const { revision } = formOf(await source.readSetting(app, "app/form/fields"));
    if (revision !== forms.present.revision) {
      throw new BackupError("FORM_CHANGED", `The form has revision ${revision}, not ${forms.present.revision}`, {
        facts: { app: app.appId },
      });
    }
  }
}

/** What was sent has its files already; which of them the archive lacks, is to be known again. */
const NOWHERE = { sink: { upload: async () => "" }, blobOf: async () => new Blob() };
