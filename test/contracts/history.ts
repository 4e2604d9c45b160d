import { beforeEach, describe, expect, test } from "vitest";
import type { AppRecord } from "../../src/domain/record-store";
import { outcome, start, success } from "../history/runs/runs";
import { type HistoryInApp, lockContract, other } from "./history-lock";

/** What every history promises. */
export function historyContract(name: string, create: () => Promise<HistoryInApp>): void {
  describe(`${name} keeps the contract of a history`, () => {
    let app: HistoryInApp;
    const history = () => app.history();
    const records = () => app.store.find('record_type in ("run") order by $id asc limit 500');
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);

    beforeEach(async () => {
      app = await create();
      app.time.now = start.startedAt;
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

    lockContract(() => app);

    test("what cannot be written is HISTORY_UNWRITABLE, with kintone's answer as the cause", async () => {
      const runs = history();
      await runs.begin(start);
      app.close();
      for (const work of [
        () => runs.report([success]),
        () => runs.finish(outcome, "the log"),
        () => history().finish({ ...outcome, ...other }, "the log"),
      ]) {
        await expect(work()).rejects.toMatchObject({
          ...{ name: "BackupError", code: "HISTORY_UNWRITABLE", answer: { status: 403, code: "CB_NO02" } },
          cause: { code: "NO_PERMISSION" },
        });
      }
    });

    const nobody = { ...other, operator: { code: "", name: "" } };
    const noRight = { status: 403, code: "CB_NO02" };
    test.each([
      ["nothing may be viewed", () => app.close(), { lacking: "view", operator: "加藤" }, noRight, other],
      ["nothing may be added", () => app.close("changes"), { lacking: "add", operator: "加藤" }, noRight, other],
      ["a token may add nothing", () => app.close("changes"), { lacking: "add", operator: "" }, noRight, nobody],
      [
        "the app has not its fields",
        () => app.strip(),
        { lacking: "fields" },
        { status: 400, code: "GAIA_IQ11" },
        other,
      ],
    ])("a begin is refused for good when %s, and nothing is written", async (_, happen, facts, answer, run) => {
      const before = (await records()).length;
      happen();
      await expect(history().begin(run)).rejects.toMatchObject({ code: "HISTORY_REFUSED", facts, answer });
      expect(await app.count()).toBe(before);
    });

    test("a begin is refused for good also while another run holds the lock", async () => {
      await history().begin(start);
      app.close("changes");
      await expect(history().begin(other)).rejects.toMatchObject({ code: "HISTORY_REFUSED" });
    });

    test("a begin is refused for good when a silent run would have to be changed, and may not be", async () => {
      await history().begin(other);
      app.time.now = new Date(start.startedAt.getTime() + 16 * 60_000);
      app.close("edits");
      await expect(history().begin(start)).rejects.toMatchObject({
        ...{ code: "HISTORY_REFUSED", facts: { lacking: "edit", operator: "佐藤 昇" } },
      });
    });

    test("a begin that fails for what passes is no refusal: it is HISTORY_UNWRITABLE", async () => {
      app.fail();
      await expect(history().begin(other)).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE" });
    });
  });
}
