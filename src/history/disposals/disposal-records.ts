import { BackupError } from "../../domain/errors";
import type { Disposals } from "../../domain/disposals";
import type { RecordStore } from "../../domain/record-store";
import { DISPOSALS } from "../app-definition/conditions";
import { LOCK } from "../lock/lock";
import { takeLock } from "../lock/take-lock";
import type { AppValues } from "../records/app-values";
import { updateUnchanged } from "../records/taken";
import { written } from "../records/written";
import type { RestoresOptions } from "../restores/restore-records";
import { writeEnd } from "../runs/run-end";
import { aliveRun } from "../runs/run-fields";
import { confirmed, finishedDisposal, held, startedDisposal } from "./disposal-fields";
import { knownDisposals } from "./known-disposals";

/** An app that was not prepared since there are disposals has neither the word nor the fields. */
const NEEDS = `${DISPOSALS} and run_lock = "${LOCK}" and disposal_archive_run_id = "-" limit 1`;

/** Disposals as records of the backup-management app. `begin` to `finish` for one after the other. */
export function createDisposals(store: RecordStore, { describe, pluginVersion, clock }: RestoresOptions): Disposals {
  let begun: string | undefined;
  /** What is a link from the beginning. An app without the fields would take the record and forget what it says. */
  const remember = async (disposalId: string, at: Date, record: AppValues) =>
    written(async () => {
      await store.find(NEEDS);
      return writeEnd(store, { runId: disposalId, finishedAt: at }, record, clock);
    });

  return {
    known: () => knownDisposals(store),
    confirm: (what) => remember(what.disposalId, what.startedAt, confirmed(what, pluginVersion)),
    hold: (what) => remember(what.disposalId, what.startedAt, held(what, pluginVersion)),

    async begin(start) {
      const record = async (id: string) => startedDisposal({ ...start, disposalId: id }, pluginVersion);
      begun = await takeLock(store, { ...start, runId: start.disposalId, record, needs: NEEDS }, clock);
    },

    async report() {
      await written(async () => {
        const [record] = await store.find(`run_id = "${open(begun)}" and run_lock = "${LOCK}" limit 1`);
        // Without its lock it was taken over: its record is a link of the chain and stays as it is.
        if (record) await updateUnchanged(store, record, aliveRun(clock.now()));
      });
    },

    async finish(outcome) {
      return written(async () => {
        open(begun);
        const record = { ...startedDisposal(outcome, pluginVersion), ...finishedDisposal(outcome, describe) };
        return writeEnd(store, { ...outcome, runId: outcome.disposalId }, record, clock);
      });
    },
  };
}

function open(begun: string | undefined): string {
  if (begun === undefined) throw new BackupError("UNEXPECTED", "The disposal's record was never written");
  return begun;
}
