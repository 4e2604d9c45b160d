import { beforeEach, describe, expect, test } from "vitest";
import { toBackupError } from "../../src/engine/errors";
import type { History } from "../../src/engine/history";
import { allRuns } from "../../src/history/all-runs";
import { checkChain } from "../../src/history/chain/check-chain";
import type { AppRecord } from "../../src/history/record-store";
import { failure, outcome, start, success } from "../history/runs";
import type { ManagementApp } from "./management-app";

/** A history as records of an app that is empty at first. Problems are described by their code. */
export interface HistoryInApp extends ManagementApp {
  /** As another process has it. */
  history(): History;
  /** The text of a run's log. */
  logOf(record: AppRecord): Promise<string | undefined>;
  /** From now on nobody may do anything with the app. */
  close(): void;
}

const MINUTE = 60_000;

/** What every history promises. */
export function historyContract(name: string, create: () => Promise<HistoryInApp>): void {
  describe(`${name} keeps the contract of a history`, () => {
    let app: HistoryInApp;
    const history = () => app.history();
    const records = () => app.store.find('record_type in ("run") order by $id asc limit 500');
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);
    /** Minutes after the begin. */
    const passed = (minutes: number) => {
      app.time.now = new Date(start.startedAt.getTime() + minutes * MINUTE);
    };
    const other = { ...start, runId: "other", operator: { code: "kato", name: "加藤" } };
    const heldByOther = { code: "ANOTHER_RUN", facts: { operator: "加藤", since: "2026-11-23T03:00:07.123Z" } };

    beforeEach(async () => {
      app = await create();
      passed(0);
    });

    test("a run is written from its begin to its end, in one record", async () => {
      const runs = history();
      await runs.begin(start);
      expect([await cells("run_status"), await cells("run_operator_name")]).toEqual([["running"], ["佐藤 昇"]]);
      await runs.report([{ ...success, status: "running" }]);
      expect([await cells("run_status"), await cells("run_records")]).toEqual([["running"], ["1200"]]);
      const id = await runs.finish(outcome, "the log");
      const [record, ...more] = await records();
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        ...{ $id: { value: id }, run_status: { value: "partial" }, run_lock: { value: "" } },
        run_message: { value: "DELIVERY_FAILED\n図面: NO_PERMISSION" },
        run_log: { value: [{ name: "20261123-030000-a1b2.log.txt" }] },
      });
      expect(await app.logOf(record!)).toBe("the log");
    });

    test("a run that has its end makes room for the next", async () => {
      const first = history();
      await first.begin(other);
      await first.finish({ ...outcome, ...other }, "");
      await history().begin(start);
      expect(await cells("run_lock")).toEqual(["", "held"]);
    });

    test("a run whose end was told already is told once", async () => {
      const runs = history();
      await runs.begin(start);
      const ids = [await runs.finish(outcome, "the log"), await runs.finish(outcome, "the log")];
      expect(ids[1]).toBe(ids[0]);
      expect(await cells("run_status")).toEqual(["partial"]);
    });

    test("a run that could not be written down at its begin is written down whole at its end", async () => {
      await history().finish(outcome, "the log");
      expect(await cells("run_id")).toEqual([outcome.runId]);
      expect([await cells("run_status"), await cells("run_lock")]).toEqual([["partial"], [""]]);
      await history().begin(other);
    });

    test("a run that goes on after its process was killed still has its record, and its lock", async () => {
      await history().begin(start);
      const again = history();
      await again.begin(start);
      await again.report([success]);
      await again.finish(outcome, "");
      expect([await cells("run_id"), await cells("run_records")]).toEqual([[start.runId], ["1200"]]);
    });

    describe("the lock", () => {
      test("is refused to a second run while the first still reports, and it is said whose it is", async () => {
        await history().begin(other);
        passed(14);
        await expect(history().begin(start)).rejects.toMatchObject(heldByOther);
        expect(await cells("run_id")).toEqual(["other"]);
      });

      test("is kept by reports: silence counts from the last, not from the begin", async () => {
        const first = history();
        await first.begin(other);
        passed(14);
        await first.report([success]);
        passed(28);
        await expect(history().begin(start)).rejects.toMatchObject(heldByOther);
      });

      test("of a run that stopped reporting is taken over, and the run becomes interrupted", async () => {
        const first = history();
        await first.begin(other);
        await first.report([success, { ...failure, status: "running" }]);
        passed(16);
        await history().begin(start);
        expect(await cells("run_status")).toEqual(["interrupted", "running"]);
        expect(await cells("run_lock")).toEqual(["", "held"]);
        const rows = (await records())[0]?.run_results?.value ?? [];
        expect(rows.map(({ value }) => value.result_status.value)).toEqual(["success", "interrupted"]);
      });

      test("is not given back to a run that comes back after that, which tells its end in another record", async () => {
        const first = history();
        await first.begin(other);
        passed(16);
        await history().begin(start);
        await first.report([success, success]);
        const id = await first.finish({ ...outcome, ...other, status: "success" }, "");
        const [interrupted, , returned] = await records();
        expect(returned?.$id?.value).toBe(id);
        expect(await cells("run_id")).toEqual(["other", start.runId, "other-returned"]);
        expect(await cells("run_status")).toEqual(["interrupted", "running", "success"]);
        expect(await cells("run_lock")).toEqual(["", "held", ""]);
        expect(returned?.run_previous_chain_digest?.value).toBe(interrupted?.run_chain_digest?.value);
        expect((await checkChain(allRuns(app.store))).breaks).toEqual([]);
      });

      test.each([
        ["is free", 0],
        ["has to be taken over", 16],
      ])("that %s goes to exactly one of many that begin at the same time", async (_, minutes) => {
        if (minutes > 0) await history().begin(other);
        passed(minutes);
        const runIds = ["second", "third", "fourth"];
        const ends = await Promise.allSettled(runIds.map((runId) => history().begin({ ...start, runId })));
        const winners = runIds.filter((_id, index) => ends[index]?.status === "fulfilled");
        expect(winners).toHaveLength(1);
        const refusals = ends.flatMap((end) => (end.status === "rejected" ? [toBackupError(end.reason).code] : []));
        expect(refusals).toEqual(["ANOTHER_RUN", "ANOTHER_RUN"]);
        expect(await cells("run_id")).toEqual([...(minutes > 0 ? ["other"] : []), ...winners]);
      });
    });

    test("what cannot be written is HISTORY_UNWRITABLE, with kintone's answer as the cause", async () => {
      const runs = history();
      await runs.begin(start);
      app.close();
      for (const work of [
        () => runs.report([success]),
        () => runs.finish(outcome, "the log"),
        () => history().begin(other),
        () => history().finish({ ...outcome, ...other }, "the log"),
      ]) {
        await expect(work()).rejects.toMatchObject({
          ...{ name: "BackupError", code: "HISTORY_UNWRITABLE", answer: { status: 403, code: "CB_NO02" } },
          cause: { code: "NO_PERMISSION" },
        });
      }
    });
  });
}
