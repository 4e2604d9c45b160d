import { describe, expect, test } from "vitest";
import { toBackupError } from "../../src/domain/errors";
import type { History } from "../../src/domain/history";
import type { AppRecord } from "../../src/domain/record-store";
import { checkChain } from "../../src/history/chain/check-chain";
import { allLinks } from "../../src/history/chain/all-links";
import { failure, outcome, start, success } from "../history/runs/runs";
import type { ManagementApp } from "./management-app";

/** A history as records of an app that is empty at first. Problems are described by their code. */
export interface HistoryInApp extends ManagementApp {
  /** As another process has it. */
  history(): History;
  /** The text of a run's log. */
  logOf(record: AppRecord): Promise<string | undefined>;
  /** From now on nobody may do anything with the app; or not add and edit; or not edit. */
  close(to?: "everything" | "changes" | "edits"): void;
  /** How many records there are, whoever may see them. */
  count(): number;
  /** From now on the app has none of the history's fields. */
  strip(): void;
  /** From now on whatever is asked is answered with 503. */
  fail(): void;
}

/** A run of somebody else. */
export const other = { ...start, runId: "other", operator: { code: "kato", name: "加藤" } };

/** What a history promises of the lock, for runs that begin at `start.startedAt`. */
export function lockContract(appNow: () => HistoryInApp): void {
  describe("the lock", () => {
    const history = () => appNow().history();
    const records = () => appNow().store.find('record_type in ("run") order by $id asc limit 500');
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);
    /** Minutes after the begin. */
    const passed = (minutes: number) => {
      appNow().time.now = new Date(start.startedAt.getTime() + minutes * 60_000);
    };
    const heldByOther = { code: "ANOTHER_RUN", facts: { operator: "加藤", since: "2026-11-23T03:00:07.123Z" } };

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
      expect((await checkChain(allLinks(appNow().store))).breaks).toEqual([]);
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
}
