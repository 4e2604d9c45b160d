import { beforeEach, describe, expect, test } from "vitest";
import type { DrillOutcome } from "../../src/domain/drill-outcome";
import type { Drills } from "../../src/domain/drills";
import type { History } from "../../src/domain/history";
import type { AppRecord } from "../../src/domain/record-store";
import { allLinks } from "../../src/history/chain/all-links";
import { checkChain } from "../../src/history/chain/check-chain";
import { outcome, start, stopped } from "../history/drills/drills";
import { outcome as runOutcome, start as runStart } from "../history/runs/runs";
import type { ManagementApp } from "./management-app";

/** Drills as records of an app that is empty at first. Problems are described by their code. */
export interface DrillsInApp extends ManagementApp {
  /** As another process has it. */
  drills(): Drills;
  history(): History;
  /** From now on nobody may do anything with the app. */
  close(): void;
  /** From now on the app has nothing of what drills need. */
  age(): void;
}

/** What all drills promise. */
export function drillsContract(name: string, create: () => Promise<DrillsInApp>): void {
  describe(`${name} keeps the contract of drills`, () => {
    let app: DrillsInApp;
    const drills = () => app.drills();
    const records = () => app.store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);
    const breaks = async () => (await checkChain(allLinks(app.store))).breaks;
    const drilled = async (drillId: string, more: Partial<DrillOutcome> = {}) => {
      const work = drills();
      await work.begin({ ...start, drillId, ...more });
      return work.finish({ ...outcome, drillId, ...more }, []);
    };

    beforeEach(async () => {
      app = await create();
      app.time.now = start.startedAt;
    });

    test("a drill is written from its begin to its end, in one record, with its report", async () => {
      const work = drills();
      await work.begin(start);
      expect((await records())[0]).toMatchObject({
        ...{ record_type: { value: "drill" }, run_status: { value: "running" }, run_lock: { value: "held" } },
        ...{ drill_reason: { value: start.reason }, drill_scope: { value: "sample" }, drill_app_id: { value: "11" } },
      });
      await work.report({ appId: "91", name: "[復元訓練] 品質記録" });
      expect(await cells("drill_scratch_app_id")).toEqual(["91"]);
      const id = await work.finish(outcome, ["one\n", "two\n"]);
      const [record, ...more] = await records();
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        ...{ $id: { value: id }, run_status: { value: "success" }, drill_verdict: { value: "explained" } },
        ...{ drill_archive_digest: { value: "d".repeat(64) }, drill_archive_known: { value: "known" } },
        ...{ drill_scratch_app_id: { value: "91" }, drill_scratch_fate: { value: "emptied" } },
        ...{ drill_sample: { value: outcome.sample }, drill_newest_record: { value: "2026-11-22T02:59:00.000Z" } },
        // From 02:59:00 of the day before to 04:00:07.
        ...{ drill_rpo_seconds: { value: "90067" }, drill_rto_seconds: { value: "293" } },
        ...{ drill_archived: { value: "1200" }, drill_expected: { value: "104" }, drill_identical: { value: "100" } },
        ...{ drill_explained: { value: "4" }, drill_different: { value: "0" }, drill_files: { value: "31" } },
        ...{ run_requests: { value: "77" }, run_lock: { value: "" } },
      });
      expect(await app.store.download(record?.drill_report?.value[0]?.fileKey ?? "")).toBe("one\ntwo\n");
      expect(await breaks()).toEqual([]);
    });

    test.each([
      ["failed", "failed", { verdict: "failed" }],
      ["passed", "success", { verdict: "passed" }],
      ["stopped", "failed", stopped],
    ] as const)("one that %s is %s", async (verdict, status, more) => {
      await drilled("one", more);
      expect([await cells("drill_verdict"), await cells("run_status")]).toEqual([[verdict], [status]]);
      expect(await cells("run_message")).toEqual([verdict === "stopped" ? "NO_PERMISSION" : ""]);
    });

    test("stands in one chain with runs, whose lock it shares", async () => {
      const run = app.history();
      await run.begin(runStart);
      await expect(drills().begin(start)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
      await run.finish(runOutcome, "");
      const work = drills();
      await work.begin(start);
      const other = { ...runStart, runId: "other" };
      await expect(app.history().begin(other)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
      await work.finish(outcome, []);
      const next = app.history();
      await next.begin(other);
      await next.finish({ ...runOutcome, ...other }, "");
      const verdict = await checkChain(allLinks(app.store));
      expect([verdict.chained, verdict.breaks, verdict.holds?.runs]).toEqual([3, [], 3]);
    });

    test("that stopped reporting is taken over by a run, which closes it as stopped", async () => {
      const work = drills();
      await work.begin(start);
      app.time.now = new Date(start.startedAt.getTime() + 16 * 60_000);
      await app.history().begin({ ...runStart, runId: "other" });
      expect([await cells("run_status"), await cells("drill_verdict")]).toEqual([
        ["interrupted", "running"],
        ["stopped", null],
      ]);
      // It comes back: what it came to is told in another record.
      await work.finish(outcome, []);
      expect(await cells("run_id")).toEqual([start.drillId, "other", `${start.drillId}-returned`]);
      expect(await breaks()).toEqual([]);
    });

    test("names the drills before it, the newest first, with their apps, and no other target's", async () => {
      const scratch = (appId: string) => ({ scratch: { appId, name: "…", fate: "kept" as const } });
      const told = async () =>
        (await drills().earlier({ appId: "11" })).map(({ scratchAppId }) => scratchAppId ?? "none");
      expect(await told()).toEqual([]);
      await drilled("a", scratch("91"));
      await drilled("b", scratch("92"));
      await drilled("c", { ...scratch("93"), target: { appId: "12", name: "…" } });
      await drilled("d", { ...stopped, scratch: undefined as never });
      expect(await told()).toEqual(["none", "92", "91"]);
      const { operatorCode, startedAt } = (await drills().earlier({ appId: "11" }))[0]!;
      expect([operatorCode, startedAt]).toEqual([start.operator.code, start.startedAt]);
      const own = drills();
      await own.begin({ ...start, drillId: "e" });
      expect(await own.earlier({ appId: "11" })).toHaveLength(3);
    });

    test("is refused by an app that was not prepared for drills, and nothing is written", async () => {
      app.age();
      const refusal = { code: "HISTORY_REFUSED", facts: { lacking: "fields", restores: true } };
      await expect(drills().begin(start)).rejects.toMatchObject(refusal);
      expect([await records(), await drills().earlier({ appId: "11" })]).toEqual([[], []]);
    });

    test("leaves a chain that goes on where the app was not prepared for drills", async () => {
      app.age();
      const run = app.history();
      await run.begin(runStart);
      await run.finish(runOutcome, "");
      expect(await checkChain(allLinks(app.store))).toMatchObject({ chained: 1, breaks: [], hidden: [] });
    });

    test("is said to be unwritable where nothing may be written any more", async () => {
      const work = drills();
      await work.begin(start);
      app.close();
      for (const telling of [work.report(), work.finish(outcome, [])]) {
        await expect(telling).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE" });
      }
    });
  });
}
