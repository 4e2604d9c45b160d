import { beforeEach, describe, expect, test } from "vitest";
import type { Disposals } from "../../src/domain/disposals";
import type { History } from "../../src/domain/history";
import type { AppRecord } from "../../src/domain/record-store";
import { allLinks } from "../../src/history/chain/all-links";
import { checkChain } from "../../src/history/chain/check-chain";
import { confirmation, hold, outcome, remaining, start, stopped } from "../history/disposals/disposals";
import { outcome as runOutcome, start as runStart } from "../history/runs/runs";
import type { ManagementApp } from "./management-app";

/** Disposals as records of an app that is empty at first. Problems are described by their code. */
export interface DisposalsInApp extends ManagementApp {
  /** As another process has it. */
  disposals(): Disposals;
  history(): History;
  /** From now on nobody may do anything with the app. */
  close(): void;
  /** From now on the app has nothing of what disposals need. */
  age(): void;
}

/** What all disposals promise. */
export function disposalsContract(name: string, create: () => Promise<DisposalsInApp>): void {
  describe(`${name} keeps the contract of disposals`, () => {
    let app: DisposalsInApp;
    const disposals = () => app.disposals();
    const records = () => app.store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await records()).map((record) => record[code]?.value);
    const verdict = () => checkChain(allLinks(app.store));

    beforeEach(async () => {
      app = await create();
      app.time.now = start.startedAt;
    });

    test("what goes is written down before it goes, and what became of it in the same record", async () => {
      const work = disposals();
      await work.begin(start);
      const [volume, part] = start.volumes;
      expect((await records())[0]).toMatchObject({
        ...{ record_type: { value: "disposal" }, run_status: { value: "running" }, run_lock: { value: "held" } },
        ...{ disposal_kind: { value: "disposed" }, disposal_archive_run_id: { value: start.archiveRunId } },
        disposal_volumes: {
          value: `${volume?.sha256} 1000000 ${volume?.name}\n${part?.sha256} 1000000 ${part?.name}`,
        },
      });
      await work.report();
      const id = await work.finish(remaining);
      const [record, ...more] = await records();
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        ...{ $id: { value: id }, run_status: { value: "failed" }, disposal_verdict: { value: "remains" } },
        ...{ disposal_place: { value: "nas" }, disposal_rule: { value: "daily 14, monthly 12" } },
        ...{ disposal_approved_by: { value: "佐藤 昇" }, disposal_approved_at: { value: "2026-11-23T04:00:07.123Z" } },
        ...{ disposal_preview_sha256: { value: "b".repeat(64) }, disposal_archive_digest: { value: "a".repeat(64) } },
        ...{ disposal_bytes: { value: "1000000" }, disposal_elsewhere: { value: "drive" }, run_lock: { value: "" } },
        disposal_volumes: {
          value: `trashed ${volume?.sha256} 1000000 ${volume?.name}\nkept ${part?.sha256} 1000000 ${part?.name} (AccessDenied)`,
        },
      });
      expect((await verdict()).breaks).toEqual([]);
    });

    test.each([
      ["disposed", "success", outcome],
      ["remains", "failed", remaining],
      ["stopped", "failed", stopped],
    ] as const)("one that ended %s is %s", async (ended, status, end) => {
      const work = disposals();
      await work.begin(start);
      await work.finish(end);
      expect([await cells("disposal_verdict"), await cells("run_status")]).toEqual([[ended], [status]]);
      expect(await cells("run_message")).toEqual([ended === "stopped" ? "UNREACHABLE" : ""]);
    });

    test("several go one after the other", async () => {
      const work = disposals();
      for (const archiveRunId of ["one", "two"]) {
        await work.begin({ ...start, disposalId: archiveRunId, archiveRunId });
        await work.finish({ ...outcome, disposalId: archiveRunId, archiveRunId });
      }
      expect(await verdict()).toMatchObject({ chained: 2, breaks: [] });
      expect((await disposals().known()).disposed).toEqual(new Map([["nas", new Set(["one", "two"])]]));
    });

    test("stands in one chain with runs, whose lock it shares", async () => {
      const run = app.history();
      await run.begin(runStart);
      await expect(disposals().begin(start)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
      // Nothing is removed by these.
      await disposals().hold(hold);
      await disposals().confirm(confirmation);
      await run.finish(runOutcome, "");
      const work = disposals();
      await work.begin(start);
      const other = { ...runStart, runId: "other" };
      await expect(app.history().begin(other)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
      await work.finish(outcome);
      const found = await verdict();
      expect([found.chained, found.breaks, found.holds?.runs]).toEqual([4, [], 4]);
    });

    test("what stopped reporting is taken over by a run, which closes it as stopped, and counts as gone", async () => {
      await disposals().begin(start);
      expect((await disposals().known()).disposed).toEqual(new Map());
      app.time.now = new Date(start.startedAt.getTime() + 16 * 60_000);
      await app.history().begin({ ...runStart, runId: "other" });
      expect([await cells("run_status"), await cells("disposal_verdict")]).toEqual([
        ["interrupted", "running"],
        ["stopped", null],
      ]);
      expect((await disposals().known()).disposed).toEqual(new Map([["nas", new Set([start.archiveRunId])]]));
      expect((await verdict()).breaks).toEqual([]);
    });

    test("a generation is held until that is lifted, with the reason of the latest hold", async () => {
      const holds = async () => Object.fromEntries((await disposals().known()).holds);
      await disposals().hold(hold);
      expect(await holds()).toEqual({ [hold.archiveRunId]: hold.reason });
      await disposals().hold({ ...hold, disposalId: "second", reason: "監査" });
      await disposals().hold({ ...hold, disposalId: "third", archiveRunId: "another" });
      expect(await holds()).toEqual({ [hold.archiveRunId]: "監査", another: hold.reason });
      await disposals().hold({ ...hold, disposalId: "fourth", isHeld: false, reason: "終わった" });
      expect(await holds()).toEqual({ another: hold.reason });
      expect(await cells("disposal_kind")).toEqual(["held", "held", "held", "released"]);
    });

    test("the rule that was confirmed last counts, for its place", async () => {
      await disposals().confirm(confirmation);
      await disposals().confirm({ ...confirmation, disposalId: "second", place: "drive", rule: "last 3" });
      await disposals().confirm({ ...confirmation, disposalId: "third", rule: "daily 7" });
      const { confirmations } = await disposals().known();
      const known = { previewDigest: "b".repeat(64), by: "佐藤 昇", at: confirmation.startedAt };
      expect(confirmations).toEqual(
        new Map([
          ["nas", { ...known, rule: "daily 7" }],
          ["drive", { ...known, rule: "last 3" }],
        ]),
      );
    });

    test("what is no link of the chain is no hold and no confirmation", async () => {
      const forged = (code: string) => ({ value: code });
      await app.store.add({
        ...{ record_type: forged("disposal"), disposal_kind: forged("confirmed") },
        ...{ disposal_place: forged("nas"), disposal_rule: forged("last 1"), run_id: forged("forged") },
      });
      expect((await disposals().known()).confirmations).toEqual(new Map());
    });

    test("the same end told twice is one record", async () => {
      const ids = [await disposals().hold(hold), await disposals().hold(hold)];
      expect(ids[0]).toBe(ids[1]);
      expect(await records()).toHaveLength(1);
    });

    test("is refused by an app that was not prepared for disposals, and nothing is written", async () => {
      app.age();
      const refusal = { code: "HISTORY_REFUSED", facts: { lacking: "fields" } };
      await expect(disposals().begin(start)).rejects.toMatchObject(refusal);
      for (const telling of [disposals().hold(hold), disposals().confirm(confirmation)]) {
        await expect(telling).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE" });
      }
      expect(await records()).toEqual([]);
      expect(await disposals().known()).toEqual({ holds: new Map(), confirmations: new Map(), disposed: new Map() });
    });

    test("leaves a chain that goes on where the app was not prepared for disposals", async () => {
      app.age();
      const run = app.history();
      await run.begin(runStart);
      await run.finish(runOutcome, "");
      expect(await verdict()).toMatchObject({ chained: 1, breaks: [], hidden: [] });
    });

    test("is said to be unwritable where nothing may be written any more", async () => {
      const work = disposals();
      await work.begin(start);
      app.close();
      for (const telling of [work.report(), work.finish(outcome)]) {
        await expect(telling).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE" });
      }
    });
  });
}
