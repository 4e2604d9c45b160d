import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { AppsOfRule, SeenApp } from "../../../src/domain/rule";
import { ruleName } from "../../../src/domain/rule";
import type { RecordStore } from "../../../src/domain/record-store";
import { lackingApp } from "../../../src/domain/lacking-app";
import { allTargets } from "../../../src/history/targets/all-targets";
import { acceptanceLines } from "../../../src/history/targets/acceptance-lines";
import { gapOfApp } from "../../../src/history/targets/gaps-of-app";
import { createTargets } from "../../../src/history/targets/targets";
import { run, values } from "../../contracts/management-app";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { success } from "../runs/runs";

const at = new Date("2026-11-30T03:00:00Z");
const app = (appId: string, more: Partial<SeenApp> = {}): SeenApp => ({ appId, name: `app ${appId}`, ...more });

describe("the apps of rules", () => {
  let store: RecordStore;
  let listed: Record<string, SeenApp[] | BackupError>;
  const appsOf: AppsOfRule = async (rule) => {
    const found = listed[ruleName(rule)] ?? [];
    if (found instanceof BackupError) throw found;
    return found;
  };
  const target = (more: Record<string, unknown>) =>
    store.add(values({ record_type: "target", target_enabled: ["enabled"], ...more }));
  const space = (id: string, more: Record<string, unknown> = {}) =>
    target({ target_scope: "space", target_space_id: id, ...more });
  const everyApp = (more: Record<string, unknown> = {}) => target({ target_scope: "all_apps", ...more });
  const targets = () => createTargets(store, appsOf);
  const found = async () => (await targets().enabled()).map(({ recordId, appId }) => `${recordId}: ${appId}`);

  beforeEach(() => {
    ({ store } = createInMemoryStore({ now: at }));
    listed = {};
  });

  it("have what the record of their rule asks for, each with its own name and its own accepted gaps", async () => {
    const accepted = (appId: string) => ({
      gap: gapOfApp(appId, "settings/acl"),
      reason: "既知",
      by: "admin",
      at: "2026",
    });
    const gaps = acceptanceLines([accepted("11"), accepted("12")]);
    const asked = { target_query: "a = 1", target_excluded_fields: "salary", target_include: ["records"] };
    await target({ target_scope: "guest_space", target_space_id: "7", target_accepted_gaps: gaps, ...asked });
    listed["guest_space/7"] = [app("11", { guestSpaceId: "7", spaceId: "7" })];
    expect(await targets().enabled()).toMatchObject([
      {
        ...{
          recordId: "1",
          appId: "11",
          guestSpaceId: "7",
          appName: "app 11",
          query: "a = 1",
          excludedFields: ["salary"],
        },
        rule: { scope: "guest_space", spaceId: "7" },
        include: { records: true, comments: false },
        acceptedGaps: [{ gap: "settings/acl", reason: "既知" }],
      },
    ]);
  });

  it("are not those that have a target, switched off or not, nor those that the rule leaves out", async () => {
    await everyApp({ target_exceptions: "13, 014\n" });
    await target({ target_app_id: "11" });
    await target({ target_app_id: "12", target_enabled: [] });
    listed.all_apps = ["11", "12", "13", "14", "15"].map((id) => app(id));
    expect(await found()).toEqual(["1: 15", "2: 11"]);
  });

  it("are decided on by the rule for their space, also when that cannot be worked out, and each by one rule", async () => {
    await everyApp();
    await space("5", { target_exceptions: "12" });
    await space("6");
    await everyApp({ target_excluded_fields: "x" });
    listed.all_apps = [
      app("11", { spaceId: "5" }),
      app("12", { spaceId: "5" }),
      app("13", { spaceId: "6" }),
      app("14"),
    ];
    listed["space/5"] = [app("11", { spaceId: "5" }), app("12", { spaceId: "5" })];
    listed["space/6"] = new BackupError("NETWORK", "away", { retryable: true });
    expect(await found()).toEqual(["1: 14", "2: 11", "3: "]);
  });

  it("are not known where kintone refuses to list them, shows none, or nobody can list any", async () => {
    await space("5");
    await everyApp();
    await target({ target_scope: "space" });
    await target({ target_app_id: "11" });
    const answer = { status: 403, code: "GAIA_NO01" };
    listed["space/5"] = new BackupError("NO_PERMISSION", "no", { answer, facts: { ofToken: true } });
    const why = async (some = targets()) =>
      (await some.enabled()).map((one) => {
        const error = lackingApp(one);
        return error && [error.code, error.facts, error.answer?.code];
      });
    const rule = { scope: "space", spaceId: "5" };
    expect(await why()).toEqual([
      ["RULE_NOT_LISTED", { rule, ofToken: true }, "GAIA_NO01"],
      ["RULE_EMPTY", { rule: { scope: "all_apps" } }, undefined],
      ["RULE_INCOMPLETE", { record: "3" }, undefined],
      undefined,
    ]);
    expect((await why(createTargets(store))).map((one) => one?.[0])).toEqual([
      ...["RULE_NOT_LISTED", "RULE_NOT_LISTED", "RULE_INCOMPLETE"],
      undefined,
    ]);
  });

  it("end the run when asking for them says that it is over", async () => {
    await everyApp();
    listed.all_apps = new BackupError("SESSION_EXPIRED", "gone");
    await expect(targets().enabled()).rejects.toMatchObject({ code: "SESSION_EXPIRED" });
  });

  it("are those of a record that was given another type, too", async () => {
    await everyApp({ record_type: "run" });
    listed.all_apps = [app("11")];
    expect(await targets().enabled()).toMatchObject([{ appId: "11", retyped: "run" }]);
  });

  it("cost an app that knows no rules nothing but one question", async () => {
    await target({ target_app_id: "11" });
    const asked: string[] = [];
    const older: RecordStore = {
      ...store,
      async find(query) {
        asked.push(query);
        if (!query.includes("target_scope")) return store.find(query);
        throw new BackupError("QUERY_REFUSED", "no such field", { answer: { status: 400, code: "GAIA_IQ11" } });
      },
    };
    expect(await allTargets(older)).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  describe("after a run", () => {
    const told = async () => {
      const [record] = await store.find('record_type in ("target") order by $id asc limit 1');
      return [record?.target_last_status?.value, record?.target_last_success?.value, record?.target_app_name?.value];
    };
    const results = async (some: ReturnType<typeof targets>, ...statuses: Array<"success" | "partial" | "failed">) =>
      (await some.enabled()).map((one, index) => ({ ...success, target: one, status: statuses[index] ?? "success" }));

    it("are told together in its record: a success when all were one, else the worst", async () => {
      await everyApp({ target_app_name: "すべて" });
      listed.all_apps = [app("11"), app("12"), app("13")];
      const some = targets();
      await some.recordResults(await results(some), at, true);
      const first = ["success", "2026-11-30T03:00:00Z", "すべて"];
      expect(await told()).toEqual(first);
      const later = new Date("2026-12-01T03:00:00Z");
      await some.recordResults(await results(some, "success", "failed", "partial"), later, true);
      expect(await told()).toEqual(["failed", ...first.slice(1)]);
    });

    it("lack nothing where each has a target of its own", async () => {
      await everyApp();
      await target({ target_app_id: "11" });
      listed.all_apps = [app("11")];
      const some = targets();
      await some.recordResults(await results(some), at, true);
      expect((await told()).slice(0, 2)).toEqual(["success", "2026-11-30T03:00:00Z"]);
    });
  });

  describe("compared with the last run of their rule", () => {
    const row = (appId: string, rule = "") => ({
      value: {
        result_app_id: { value: appId },
        result_app_name: { value: `app ${appId}` },
        result_rule: { value: rule },
      },
    });
    const ran = (id: string, ...rows: unknown[]) => store.add(run(id, { run_status: "success", run_results: rows }));
    const news = async () => {
      const some = targets();
      const { lost, rules } = await some.news(await some.enabled());
      return [...lost, ...rules].map((one) =>
        "kind" in one ? `${one.kind} ${one.apps.map(({ appId }) => appId).join()}` : `${one.became} ${one.appId}`,
      );
    };

    it("are new or gone, and in their first run neither", async () => {
      await everyApp();
      listed.all_apps = [app("11"), app("13")];
      expect(await news()).toEqual([]);
      await ran("a", row("11", "all_apps"), row("12", "all_apps"));
      expect(await news()).toEqual(["gone 12", "new 13"]);
      await ran("b", row("11"), row("14", "space/5"));
      expect(await news()).toEqual(["ended 14", "gone 12", "new 13"]);
    });

    it("are neither when a target names them now, and told as switched off when that is", async () => {
      await everyApp();
      await target({ target_app_id: "12" });
      await target({ target_app_id: "14", target_enabled: [] });
      listed.all_apps = [app("11"), app("12"), app("14")];
      await ran("a", row("11", "all_apps"), row("12", "all_apps"), row("14", "all_apps"));
      expect(await news()).toEqual(["disabled 14"]);
    });

    it("are not thought gone when they cannot be listed", async () => {
      await everyApp();
      await ran("a", row("11", "all_apps"));
      expect(await news()).toEqual([]);
    });
  });
});
