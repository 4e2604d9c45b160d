import { beforeEach, describe, expect, test } from "vitest";
import type { TargetResult } from "../../src/domain/outcome";
import type { AppRecord } from "../../src/domain/record-store";
import type { Targets } from "../../src/domain/targets";
import { everything, success } from "../history/runs/runs";
import { type ManagementApp, run, values } from "./management-app";

/** Targets as records of an app that is empty at first. */
export interface TargetsInApp extends Pick<ManagementApp, "store"> {
  targets: Targets;
  remove(recordId: string): void;
}

/** What all targets promise, wherever they are kept. */
export function targetsContract(name: string, create: () => Promise<TargetsInApp>): void {
  describe(`${name} keeps the contract of targets`, () => {
    let app: TargetsInApp;
    let targets: Targets;

    const target = (appId: string, more: Record<string, unknown> = {}) =>
      values({ record_type: "target", target_app_id: appId, target_enabled: ["enabled"], ...more });
    const addMany = async (count: number) => {
      const all = Array.from({ length: count }, (_, index) => target(String(index + 1)));
      for (let start = 0; start < count; start += 100) await app.store.addAll(all.slice(start, start + 100));
    };
    const records = () => app.store.find('record_type in ("target") order by $id asc limit 500');
    const cells = async (...codes: Array<keyof AppRecord>) => {
      const [record] = await records();
      return codes.map((code) => record?.[code]?.value);
    };

    beforeEach(async () => {
      app = await create();
      ({ targets } = app);
    });

    describe("those that are enabled", () => {
      test("are none when there is nothing", async () => {
        expect(await targets.enabled()).toEqual([]);
      });

      test("come in the order of their records, with what their records say", async () => {
        await app.store.add(run("r", { target_enabled: [] }));
        const quality = { target_app_name: "品質記録", target_query: ' a in ("b") ' };
        await app.store.add(target("111", quality));
        await app.store.add(target("12", { target_enabled: [] }));
        await app.store.add(target("13", { target_guest_space_id: "3", target_include: ["records", "settings"] }));
        const choices = { target_excluded_fields: "salary\n bonus \n", target_included_identifiers: "number" };
        await app.store.add(target("7", choices));
        expect(await targets.enabled()).toEqual([
          { recordId: "2", appId: "111", appName: "品質記録", query: 'a in ("b")', ...everything },
          {
            ...{ recordId: "4", appId: "13", appName: "", query: "", guestSpaceId: "3", ...everything },
            include: { records: true, attachments: false, comments: false, settings: true, administration: true },
          },
          {
            ...{ recordId: "5", appId: "7", appName: "", query: "", ...everything },
            ...{ excludedFields: ["salary", "bonus"], includedIdentifiers: ["number"], acceptedGaps: [] },
          },
        ]);
      });

      test("are all that there are, however many pages they take", async () => {
        await addMany(1001);
        const enabled = await targets.enabled();
        expect(enabled.map(({ appId }) => appId)).toEqual(
          Array.from({ length: 1001 }, (_, index) => String(index + 1)),
        );
      });

      test("choose everything where nothing is chosen", async () => {
        await app.store.add(target("11", { target_include: [] }));
        expect(await targets.enabled()).toMatchObject([everything]);
      });

      test.each(["", "1.5"])(
        "are told without an app id when it is %j, as the run has to report them",
        async (appId) => {
          await app.store.add(target(appId, { target_app_name: "図面" }));
          expect(await targets.enabled()).toMatchObject([{ appId: "", appName: "図面" }]);
        },
      );
    });

    describe("when somebody gave one another type", () => {
      test.each(["run", "change"])(
        "%s, it is one all the same, says so, and is one again after the run",
        async (type) => {
          await app.store.add(target("11", { record_type: type }));
          await app.store.add(run("r"));
          const enabled = await targets.enabled();
          expect(enabled).toMatchObject([{ recordId: "1", appId: "11", retyped: type }]);
          const [first] = enabled;
          await targets.recordResults(
            [{ ...success, status: "failed", target: first! }],
            new Date("2026-11-23T03:04:59Z"),
            false,
          );
          expect(await records()).toHaveLength(1);
          expect(await targets.enabled()).toMatchObject([{ recordId: "1", appId: "11" }]);
          expect((await targets.enabled())[0]).not.toHaveProperty("retyped");
        },
      );
    });

    describe("those that the run before had", () => {
      const results = (...apps: string[]) => ({
        run_results: apps.map((appId) => ({
          value: { result_app_id: { value: appId }, result_app_name: { value: `app ${appId}` } },
        })),
      });
      const change = (id: string, kind: string, appId: string, field: string) =>
        values({
          ...{ record_type: "change", change_id: id, change_by_name: `who ${id}`, change_at: "2026-11-23T03:00:00Z" },
          change_settings: JSON.stringify({ targets: [{ kind, appId, appName: "", differences: [{ field }] }] }),
        });
      const present = async () => (await targets.news(await targets.enabled())).lost;

      test("and that are there still are not told, nor is anything before the first run", async () => {
        await app.store.add(target("11"));
        expect(await present()).toEqual([]);
        await app.store.add(run("r", { run_status: "success", ...results("11") }));
        expect(await present()).toEqual([]);
      });

      test("are told when they are gone, whoever did it, and when they are switched off", async () => {
        await app.store.addAll([target("11"), target("12", { target_enabled: [] })]);
        await app.store.add(run("r", { run_status: "partial", ...results("11", "12", "13") }));
        expect(await present()).toEqual([
          { appId: "12", appName: "app 12", became: "disabled" },
          { appId: "13", appName: "app 13", became: "gone" },
        ]);
        const which = ["target_query", "target_enabled"];
        for (const [at, field] of which.entries()) await app.store.add(change(`c${at}`, "changed", "12", field));
        await app.store.add(change("c2", "added", "13", "target_enabled"));
        await app.store.add(change("c3", "removed", "13", "target_app_id"));
        await app.store.add(values({ record_type: "change", change_id: "c4", change_settings: "{" }));
        const at = "2026-11-23T03:00:00Z";
        expect(await present()).toMatchObject([
          { appId: "12", known: { by: "who c1", at } },
          { appId: "13", known: { by: "who c3", at } },
        ]);
      });

      test("are those of the newest run that came to its end and had any", async () => {
        await app.store.add(run("a", { run_status: "success", ...results("11", "13") }));
        await app.store.add(run("b", { run_status: "success", ...results("11", "12") }));
        await app.store.add(run("c", { run_status: "failed" }));
        await app.store.add(run("d", { run_status: "interrupted", ...results("14") }));
        await app.store.add(run("e", { run_status: "running", ...results("15") }));
        expect((await present()).map(({ appId }) => appId)).toEqual(["11", "12"]);
      });
    });

    describe("after a run they", () => {
      const at = new Date("2026-11-23T03:04:59Z");
      const result = (recordId: string, more: Partial<TargetResult> = {}): TargetResult => ({
        ...success,
        target: { ...success.target, recordId },
        ...more,
      });

      test("learn their app's name and how it ended; a failure leaves the last success alone", async () => {
        await app.store.add(target("11", { target_app_name: "旧名" }));
        await targets.recordResults([result("1")], at, true);
        const told = () => cells("target_last_status", "target_last_success", "target_app_name");
        expect(await told()).toEqual(["success", "2026-11-23T03:04:00Z", "品質記録"]);
        const nameless = { ...success.target, recordId: "1", appName: "" };
        const failed = result("1", { status: "failed", target: nameless });
        await targets.recordResults([failed], new Date("2026-11-24T03:00:00Z"), true);
        expect(await told()).toEqual(["failed", "2026-11-23T03:04:00Z", "品質記録"]);
      });

      test("learn of a success whose zips are not known to be saved, and keep the last one whose zips are", async () => {
        await app.store.add(target("11"));
        await targets.recordResults([result("1")], at, true);
        await targets.recordResults([result("1")], new Date("2026-11-24T03:00:00Z"), false);
        await targets.recordResults([result("1", { status: "partial" })], new Date("2026-11-25T03:00:00Z"), true);
        const told = await cells("target_last_status", "target_last_success", "target_last_saved");
        expect(told).toEqual(["partial", "2026-11-24T03:00:00Z", "2026-11-23T03:04:00Z"]);
      });

      const since = async () => (await cells("target_unsaved_since"))[0] || "";
      const days = (day: number) => new Date(Date.UTC(2026, 10, day, 3, 4, 59));

      test("count since the first run that left nothing saved, whatever came of it, until one is saved", async () => {
        await app.store.add(target("11"));
        await targets.recordResults([result("1", { status: "failed" })], days(23), false);
        await targets.recordResults([result("1")], days(24), false);
        await targets.recordResults([result("1", { status: "partial" })], days(25), true);
        expect(await since()).toBe("2026-11-23T03:04:00Z");
        await targets.recordResults([result("1")], days(26), true);
        await targets.recordResults([result("1")], days(27), false);
        expect(await since()).toBe("2026-11-26T03:04:00Z");
      });

      test("count from the last backup known to be saved, where that was written down before anybody counted", async () => {
        await app.store.add(target("11", { target_last_saved: "2026-11-20T03:00:00Z" }));
        await targets.recordResults([result("1")], at, false);
        expect(await since()).toBe("2026-11-20T03:00:00Z");
      });

      test("keep what the admin decided", async () => {
        await app.store.add(target("11", { target_query: 'a = "1"', target_excluded_fields: "salary" }));
        const before = await targets.enabled();
        await targets.recordResults([result("1")], at, true);
        expect(await targets.enabled()).toEqual([{ ...before[0], appName: "品質記録" }]);
      });

      test("are left alone when the run was about others, or about none", async () => {
        await app.store.addAll([target("11"), target("12")]);
        await targets.recordResults([], at, true);
        await targets.recordResults([result("2")], at, true);
        const told = (await records()).map((record) => record.target_last_status?.value || "nothing");
        expect(told).toEqual(["nothing", "success"]);
      });

      test("are written however many they are, and one that was deleted does not keep the others from it", async () => {
        await addMany(150);
        app.remove("7");
        const results = Array.from({ length: 150 }, (_, index) => result(String(index + 1)));
        await targets.recordResults(results, at, true);
        const told = (await records()).map((record) => record.target_last_status?.value);
        expect(told.filter((status) => status === "success")).toHaveLength(149);
      });
    });
  });
}
