import { type NewRecord, createAdding } from "./adding";
import { type ChangedRecord, createPuttingBack } from "./putting-back";
import type { ReadyBatch } from "./ready-records";
import type { RecordResult } from "./record-result";
import { type DoomedRecord, createRemoving } from "./removing";
import type { RestoreJournal, RestoreLine } from "./restore-journal";
import { type Settled, writeBatch } from "./write-batch";
import type { WritingDesk } from "./writing-desk";

/** All ways of writing. */
export interface Ways {
  write(batch: ReadyBatch): Promise<RecordResult[]>;
  /** What became of a batch whose answer was lost with the attempt that sent it. */
  settle(batch: ReadyBatch, line: RestoreLine & { kind: "sending" }): Promise<Settled>;
}

/** @param watermark the greatest `$id` of the app */
export function createWays(desk: WritingDesk, watermark: string, journal: RestoreJournal): Ways {
  const adding = createAdding(desk, watermark);
  const puttingBack = createPuttingBack(desk);
  const removing = createRemoving(desk);
  return {
    async write(batch) {
      if (batch.what === "add") return writeBatch<NewRecord>(batch.records, adding, journal);
      if (batch.what === "remove") return writeBatch<DoomedRecord>(batch.records, removing, journal);
      return writeBatch<ChangedRecord>(batch.records, puttingBack, journal);
    },
    async settle(batch, line) {
      if (batch.what === "add") return adding.settle(batch.records, line);
      if (batch.what === "remove") return removing.settle(batch.records, line);
      return puttingBack.settle(batch.records, line);
    },
  };
}
