import type { ArchivedEntry } from "../../archive/reading/open-archive";
import { BackupError, toBackupError } from "../../domain/errors";
import { formOf } from "../../domain/settings/form";
import type { Sink } from "../../domain/sink";
import type { Source } from "../../domain/source";
import { createRecordComparer } from "../compare/record-differences";
import type { RestorePlan } from "../plan/restore-plan";
import { createAdding, type NewRecord } from "./adding";
import { type ChangedRecord, createPuttingBack } from "./putting-back";
import { type Preparation, readyBatches, type ReadyBatch } from "./ready-records";
import { createRecordFiles } from "./record-files";
import type { RecordResult } from "./record-result";
import { type Recollection, recollect } from "./recollection";
import type { RestoreJournal } from "./restore-journal";
import { writeBatch } from "./write-batch";

export interface RestoreOrder extends Pick<Preparation, "archived" | "app" | "forms" | "choices" | "stamps"> {
  plan: RestorePlan;
}

/** What a restore needs of the world. */
export interface RestoreParts {
  source: Source;
  sink: Sink;
  journal: RestoreJournal;
  /** The content of a file of the archive, wherever there is room for it. */
  blobOf: (entry: ArchivedEntry) => Promise<Blob>;
  /** Rejects when the restore is cancelled. */
  pause: (seconds: number) => Promise<void>;
  signal: AbortSignal;
  /** Told of each record of the plan that was reached. */
  result: (result: RecordResult) => Promise<void> | void;
}

/** What came of writing. */
export interface WrittenRecords {
  counts: Record<RecordResult["outcome"], number>;
  /** The archive's ids, and those that kintone gave, of all attempts. */
  newIds: ReadonlyMap<string, string>;
  /** Why it ended before the end of the plan. */
  stopped?: BackupError;
}

/** After so many batches of which kintone took nothing, for one and the same reason, the others would fare no better. */
const BATCHES_IN_VAIN = 3;

/**
 * Writes what the plan says, batch by batch, and nothing else: each batch is in the journal before kintone hears of it, and nothing is sent when the
 * form is another than the one that was compared. What an earlier attempt wrote is not written again. Never rejects for what kintone or the
 * network does: that ends it, with a reason.
 */
export async function restoreRecords(order: RestoreOrder, parts: RestoreParts): Promise<WrittenRecords> {
  const { archived, app, forms } = order;
  const { source, sink, journal, blobOf, pause, signal } = parts;
  const counts = {
    ...{ added: 0, "put-back": 0, refused: 0, hidden: 0 },
    ...{ "changed-meanwhile": 0, gone: 0, undecided: 0 },
  };
  const newIds = new Map<string, string>();
  const { differences } = createRecordComparer(forms.present, forms.fields);
  const desk = { app, sink, source, differences, pause };
  const vain = createVainness();
  try {
    let earlier = await recollect(journal);
    const ways = { adding: createAdding(desk, await watermarkOf(earlier)), puttingBack: createPuttingBack(desk) };
    const preparation = { ...order, source, filesOf: createRecordFiles({ archived, app, sink, blobOf }) };
    if (earlier.open) {
      await settleOpen(earlier.open);
      earlier = await recollect(journal);
    }
    await book(resultsOf(earlier));
    for await (const batch of readyBatches(leftOf(order.plan, earlier), preparation)) {
      signal.throwIfAborted();
      await expectSameForm();
      vain.heard(await book(await written(batch)));
    }
    return { counts, newIds };

    async function written(batch: ReadyBatch): Promise<RecordResult[]> {
      return batch.what === "add"
        ? writeBatch<NewRecord>(batch.records, ways.adding, journal)
        : writeBatch<ChangedRecord>(batch.records, ways.puttingBack, journal);
    }

    /** The answer to what was sent last was lost with the attempt that sent it. */
    async function settleOpen(open: NonNullable<Recollection["open"]>): Promise<void> {
      const ids = new Set(open.ids);
      const plan = {
        add: order.plan.add.filter((id) => ids.has(id)),
        putBack: order.plan.putBack.filter(({ id }) => ids.has(id)),
      };
      for await (const batch of readyBatches(plan, { ...preparation, filesOf: noFiles })) {
        const settled =
          batch.what === "add"
            ? await ways.adding.settle(batch.records, open)
            : await ways.puttingBack.settle(batch.records, open);
        if (settled.state === "undecided") {
          const error = new BackupError("NETWORK", "The restore ended before the answer was there");
          await book(batch.records.map(({ id }) => ({ id, outcome: "undecided", error })));
        }
        if (settled.state === "not-done") await journal.note({ kind: "not-done" });
        if (settled.state === "done") await journal.note({ kind: "done", versions: settled.versions });
      }
    }
  } catch (thrown) {
    return { counts, newIds, stopped: toBackupError(thrown) };
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

  async function book(results: readonly RecordResult[]): Promise<readonly RecordResult[]> {
    for (const result of results) {
      counts[result.outcome] += 1;
      if (result.outcome === "added") newIds.set(result.id, result.newId);
      await parts.result(result);
    }
    const undecided = results.find((result) => result.outcome === "undecided");
    if (undecided) throw undecided.error;
    return results;
  }
}

function resultsOf({ added, putBack }: Recollection): RecordResult[] {
  return [
    ...[...added].map(([id, { id: newId, revision }]) => ({ id, outcome: "added", newId, revision }) as const),
    ...[...putBack].map(
      ([id, { id: presentId, revision }]) => ({ id, outcome: "put-back", presentId, revision }) as const,
    ),
  ];
}

/** What earlier attempts wrote is left out. */
function leftOf({ add, putBack }: RestorePlan, earlier: Recollection): RestorePlan {
  return {
    add: add.filter((id) => !earlier.added.has(id)),
    putBack: putBack.filter(({ id }) => !earlier.putBack.has(id)),
  };
}

const noFiles: Preparation["filesOf"] = async () => ({ keys: () => undefined, lacking: new Map() });

/** Notices that kintone takes nothing. */
function createVainness() {
  let [inVain, reason] = [0, ""];
  return {
    heard(results: readonly RecordResult[]): void {
      const reasons = new Set(
        results.map((result) => (result.outcome === "refused" ? (result.error.answer?.code ?? result.error.code) : "")),
      );
      const [only = ""] = reasons;
      const isVain = reasons.size === 1 && only !== "";
      inVain = isVain && (only === reason || inVain === 0) ? inVain + 1 : Number(isVain);
      reason = only;
      const [first] = results;
      if (inVain === BATCHES_IN_VAIN && first?.outcome === "refused") throw first.error;
    },
  };
}
