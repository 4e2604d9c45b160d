import { beforeEach, describe, expect, test } from "vitest";
import type { History } from "../../src/domain/history";
import type { AppRecord } from "../../src/domain/record-store";
import type { RestoreOutcome } from "../../src/domain/restore-outcome";
import type { Restores } from "../../src/domain/restores";
import { checkChain } from "../../src/history/chain/check-chain";
import { allLinks } from "../../src/history/chain/all-links";
import { outcome as runOutcome, start as runStart } from "../history/runs/runs";
import { counts, outcome, start, stopped } from "../history/restores/restores";
import type { ManagementApp } from "./management-app";

/** Restores as records of an app that is empty at first. Problems are described by their code. */
export interface RestoresInApp extends ManagementApp {
  /** As another process has it. */
  restores(): Restores;
  history(): History;
  /** Somebody changes the text of a file that a record has. */
  tamper(record: AppRecord, code: "restore_ids"): Promise<void>;
  /** From now on nobody may do anything with the app. */
  close(): void;
  /** From now on the app has nothing of what restores need. */
  age(): void;
}

const none = new Map<string, string>();

/** What all restores promise. */
export function restoresContract(name: string, create: () => Promise<RestoresInApp>): void {
  describe(`${name} keeps the contract of restores`, () => {
    let app: RestoresInApp;
    const restores = () => app.restores();
    const records = () => app.store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);
    const textOf = async (record: AppRecord | undefined, code: "restore_plan" | "restore_report" | "restore_ids") =>
      app.store.download(record?.[code]?.value[0]?.fileKey ?? "");
    const breaks = async () => (await checkChain(allLinks(app.store))).breaks;
    /** Minutes after the begin. */
    const passed = (minutes: number) => {
      app.time.now = new Date(start.startedAt.getTime() + minutes * 60_000);
    };
    /** A whole restore, whose records got these ids. */
    const restored = async (id: string, ids: Array<[string, string]>, more: Partial<RestoreOutcome> = {}) => {
      const work = restores();
      await work.begin({ ...start, restoreId: id, ...more }, "{}");
      return work.finish({ ...outcome, restoreId: id, ...more }, { report: [], ids: new Map(ids) });
    };

    beforeEach(async () => {
      app = await create();
      app.time.now = start.startedAt;
    });

    test("a restore is written from its begin to its end, in one record, with its files", async () => {
      const work = restores();
      await work.begin(start, '{"plan":1}');
      const [begun] = await records();
      expect(begun).toMatchObject({
        ...{ record_type: { value: "restore" }, restore_kind: { value: "restore" }, run_status: { value: "running" } },
        ...{
          restore_reason: { value: start.reason },
          restore_planned_add: { value: "3" },
          run_lock: { value: "held" },
        },
        restore_safety_run_id: { value: start.safetyBackup?.runId },
      });
      expect(await textOf(begun, "restore_plan")).toBe('{"plan":1}');
      await work.report({ ...counts, added: 2 });
      expect(await cells("restore_added")).toEqual(["2"]);
      const id = await work.finish(outcome, { report: ["one\n", "two\n"], ids: new Map([["1", "101"]]) });
      const [record, ...more] = await records();
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        ...{ $id: { value: id }, run_status: { value: "partial" }, restore_verdict: { value: "explained" } },
        ...{ restore_added: { value: "3" }, restore_changed_meanwhile: { value: "1" }, run_lock: { value: "" } },
        ...{ restore_archive_digest: { value: "d".repeat(64) }, restore_archive_known: { value: "known" } },
        run_requests: { value: "41" },
      });
      expect(await textOf(record, "restore_plan")).toBe('{"plan":1}');
      expect(await textOf(record, "restore_report")).toBe("one\ntwo\n");
      expect(await textOf(record, "restore_ids")).toBe('["1","101"]\n');
      expect(await breaks()).toEqual([]);
    });

    test("one that was stopped says why", async () => {
      const work = restores();
      await work.begin(start, "{}");
      await work.finish(stopped, { report: [], ids: none });
      expect([await cells("run_status"), await cells("restore_verdict")]).toEqual([["failed"], ["stopped"]]);
      expect(await cells("run_message")).toEqual(["NO_PERMISSION"]);
    });

    test("stands in one chain with runs, whose lock it shares", async () => {
      const run = app.history();
      await run.begin(runStart);
      const refusal = { code: "ANOTHER_RUN", facts: { operator: "佐藤 昇" } };
      await expect(restores().begin(start, "{}")).rejects.toMatchObject(refusal);
      await run.finish(runOutcome, "");
      const work = restores();
      await work.begin(start, "{}");
      const other = { ...runStart, runId: "other" };
      await expect(app.history().begin(other)).rejects.toMatchObject({
        code: "ANOTHER_RUN",
        facts: { restores: true },
      });
      await work.finish(outcome, { report: [], ids: none });
      const next = app.history();
      await next.begin(other);
      await next.finish({ ...runOutcome, ...other }, "");
      const verdict = await checkChain(allLinks(app.store));
      expect([verdict.chained, verdict.breaks, verdict.holds?.runs]).toEqual([3, [], 3]);
    });

    test("that stopped reporting is taken over by a run, which closes it as stopped", async () => {
      const work = restores();
      await work.begin(start, "{}");
      await work.report(counts);
      passed(16);
      await app.history().begin({ ...runStart, runId: "other" });
      expect([await cells("run_status"), await cells("restore_verdict")]).toEqual([
        ["interrupted", "running"],
        ["stopped", null],
      ]);
      expect(await cells("run_lock")).toEqual(["", "held"]);
      // It comes back: what it came to is told in another record.
      await work.finish(outcome, { report: [], ids: new Map([["1", "101"]]) });
      expect(await cells("run_id")).toEqual([start.restoreId, "other", `${start.restoreId}-returned`]);
      expect(await textOf((await records())[2], "restore_plan")).toBe("{}");
      expect(await breaks()).toEqual([]);
    });

    test("takes over a run that stopped reporting", async () => {
      await app.history().begin(runStart);
      passed(16);
      await restores().begin(start, "{}");
      expect([await cells("run_status"), await cells("restore_verdict")]).toEqual([
        ["interrupted", "running"],
        [null, null],
      ]);
    });

    test("that goes on after its process was killed still has its record, and its lock", async () => {
      await restores().begin(start, "{}");
      const again = restores();
      await again.begin(start, "{}");
      await again.finish(outcome, { report: [], ids: none });
      expect([await cells("run_id"), await cells("restore_verdict")]).toEqual([[start.restoreId], ["explained"]]);
    });

    test("whose end was told already is told once", async () => {
      const work = restores();
      await work.begin(start, "{}");
      const files = { report: [], ids: none };
      expect(await work.finish(outcome, files)).toBe(await work.finish(outcome, files));
      expect(await cells("run_id")).toHaveLength(1);
    });

    test("is refused by an app that was not prepared for restores, and nothing is written", async () => {
      app.age();
      const refusal = { code: "HISTORY_REFUSED", facts: { lacking: "fields", restores: true } };
      await expect(restores().begin(start, "{}")).rejects.toMatchObject(refusal);
      expect(await records()).toEqual([]);
      expect(await restores().putBack({ archivedAppId: "11", app: { appId: "11" } })).toEqual(none);
    });

    test("is refused where nothing may be written, and said to be unwritable when that happens later", async () => {
      const work = restores();
      await work.begin(start, "{}");
      app.close();
      await expect(restores().begin(start, "{}")).rejects.toMatchObject({ code: "HISTORY_REFUSED" });
      for (const telling of [work.report(counts), work.finish(outcome, { report: [], ids: none })]) {
        await expect(telling).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE" });
      }
    });

    const of = (archivedAppId: string, appId: string) => restores().putBack({ archivedAppId, app: { appId } });

    test("tell under which ids the records of an archive are now, wherever they were put back since", async () => {
      expect(await of("11", "11")).toEqual(none);
      await restored("a", [
        ["1", "101"],
        ["2", "102"],
      ]);
      await restored("b", [["101", "201"]]);
      expect(await of("11", "11")).toEqual(
        new Map([
          ["1", "201"],
          ["2", "102"],
          ["101", "201"],
        ]),
      );
      // Lost again, and put back from the first archive: the names of one record stay together.
      await restored("c", [["1", "301"]]);
      expect((await of("11", "11")).get("101")).toBe("301");
      expect((await of("11", "11")).get("201")).toBe("301");
    });

    test("keep apart what went into another app", async () => {
      const elsewhere = { app: { appId: "12", name: "写し" } };
      await restored("a", [["1", "71"]], elsewhere);
      expect(await of("11", "11")).toEqual(none);
      expect(await of("11", "12")).toEqual(new Map([["1", "71"]]));
      await restored("b", [["71", "81"]], { ...elsewhere, archive: { ...start.archive, appId: "12" } });
      expect([await of("11", "12"), await of("12", "12")]).toEqual([new Map([["1", "81"]]), new Map([["71", "81"]])]);
    });

    test("name those that did not tell what they added, until they do", async () => {
      const untold = async (appId = "11") => {
        return (await restores().untold({ appId })).map(({ restoreId }) => restoreId);
      };
      await restored("told", [["1", "101"]]);
      await restored("added nothing", [], { planned: { add: 0, putBack: 2, remove: 0 } }).catch(() => undefined);
      expect(await untold()).toEqual(["added nothing"]); // whose counts say that it added some

      const broken = restores();
      await broken.begin({ ...start, restoreId: "broken off" }, "{}");
      expect(await untold()).toEqual(["added nothing"]); // it is under way
      passed(60);
      expect(await untold()).toEqual(["added nothing", "broken off"]);
      const [, found] = await restores().untold({ appId: "11" });
      const startedAt = start.startedAt.toISOString();
      expect(found).toEqual({ restoreId: "broken off", startedAt, operator: start.operator.name, adds: 3 });
      expect(await untold("12")).toEqual([]);

      // Somebody else takes it over, and then it goes on: what it tells counts, in whichever record.
      await restored("next", [["2", "102"]], { startedAt: app.time.now });
      expect(await untold()).toEqual(["added nothing", "broken off"]);
      const again = restores();
      await again.begin({ ...start, restoreId: "broken off" }, "{}");
      const ids = new Map([["3", "103"]]);
      await again.finish({ ...outcome, restoreId: "broken off" }, { report: [], ids });
      expect(await untold()).toEqual(["added nothing"]);

      // Of some records nobody could tell whether they were written.
      const undecided = { ...outcome.counts, undecided: 2 };
      await restored("undecided", [["4", "104"]], { startedAt: app.time.now, counts: undecided });
      expect(await untold()).toEqual(["added nothing", "undecided"]);
    });

    test("refuse ids that somebody changed: records would be added twice", async () => {
      const id = await restored("a", [["1", "101"]]);
      await app.tamper((await records())[0]!, "restore_ids");
      const refusal = { code: "HISTORY_FILE_CHANGED", facts: { file: "a.ids.jsonl", record: id } };
      await expect(of("11", "11")).rejects.toMatchObject(refusal);
    });

    test("tell whether a run with that id and digest is in the history", async () => {
      const run = app.history();
      await run.begin(runStart);
      await run.finish(runOutcome, "");
      const told = (runId: string, digest: string) => restores().isTold({ runId, digest });
      const digest = "c".repeat(64);
      expect([await told(runStart.runId, digest), await told(runStart.runId, digest.toUpperCase())]).toEqual([
        true,
        true,
      ]);
      expect([await told(runStart.runId, "d".repeat(64)), await told("another", digest)]).toEqual([false, false]);
    });
  });
}
