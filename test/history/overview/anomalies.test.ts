import { describe, expect, it } from "vitest";
import type { ToldDrill } from "../../../src/history/overview/told-drill";
import type { ToldTarget } from "../../../src/history/overview/told-target";
import type { BoundedRule } from "../../../src/domain/rule";
import { anomaliesOf } from "../../../src/history/overview/anomalies";
import { askedOtherwise } from "../../../src/history/overview/asked-otherwise";
import { movementsOf } from "../../../src/history/overview/movements";
import { targetsOf } from "../../../src/history/overview/targets";
import { toldAsked } from "../../../src/history/overview/told-asked";
import { result, target, told, toldDrill, toldRestore } from "./told";

const NO_DRILLS = { drills: [], drillDays: 90 };

const series = (records: readonly number[]) =>
  records.map((count, at) => told(at + 1, [result("1", { records: count })]));
const moves = (records: readonly number[]) =>
  movementsOf(series(records)).map(({ measure, direction, before, now, run }) => [
    ...[measure, direction, before, now, run.recordId],
  ]);
const steady = (length: number, of = 1000) => Array.from({ length }, (_, at) => of + (at % 3));

describe("a target that moved far from its own past", () => {
  it("is told of a mass deletion and of a sudden growth, once each", () => {
    expect(moves([...steady(10), 400, 400, 400, 400])).toEqual([["records", "fell", 1001, 400, "11"]]);
    expect(moves([...steady(10), 1800, 1805])).toEqual([["records", "grew", 1001, 1800, "11"]]);
  });

  it("is told again when it goes back, and falls once more", () => {
    expect(moves([...steady(10), 400, 1001, 400]).map(([, direction]) => direction)).toEqual(["fell", "fell"]);
  });

  it("is left in peace while it grows steadily, or always moved much", () => {
    expect(moves(Array.from({ length: 100 }, (_, at) => Math.round(1000 * 1.01 ** at)))).toEqual([]);
    expect(moves([1000, 300, 900, 200, 1100, 400, 1000, 300, 700, 250])).toEqual([]);
  });

  it("is not judged by few runs, by few records, or by what was incomplete", () => {
    expect(moves([1000, 1000, 1000, 1000, 10])).toEqual([]);
    expect(moves([...steady(10, 12).map(() => 12), 4])).toEqual([]);
    const incomplete = [...series(steady(10)), told(11, [result("1", { status: "partial", records: 5 })])];
    expect(movementsOf(incomplete)).toEqual([]);
  });

  it("is told when it lost everything, however little that was", () => {
    expect(moves([4, 4, 4, 4, 4, 0])).toEqual([["records", "fell", 4, 0, "6"]]);
  });

  it("is not misled by one outlier in its past", () => {
    expect(moves([...steady(6), 90_000, ...steady(6), 400]).map(([, direction]) => direction)).toEqual([
      "grew",
      "fell",
    ]);
  });

  it("is judged by attachments and bytes too, each app by its own past", () => {
    const runs = Array.from({ length: 8 }, (_, at) =>
      told(at + 1, [
        result("1", at === 7 ? { attachments: 3, bytes: 400_000 } : {}),
        result("2", { records: 9_000_000 }),
        result("3", { key: "9/3", guestSpaceId: "9", records: 5 }),
      ]),
    );
    expect(movementsOf(runs).map(({ key, measure }) => [key, measure])).toEqual([
      ["1", "attachments"],
      ["1", "bytes"],
    ]);
  });
});

describe("targets", () => {
  const overview = targetsOf(
    [
      told(1, [result("1"), result("2"), result("9")]),
      told(2, [result("1", { status: "failed" }), result("2", { status: "cancelled" })]),
      told(3, [result("1", { status: "interrupted" })]),
      told(4, [result("1", { status: "partial", appName: "新しい名前" })]),
    ],
    {
      ...{ rules: [], drills: [] },
      targets: [
        target("1"),
        target("2", { enabled: false, lastSuccess: "2026-11-20T00:00:00Z" }),
        target("3", { lastSuccess: "2026-10-05T00:00:00Z" }),
      ],
    },
    "ja",
  );
  const of = (key: string) => overview.find((one) => one.key === key)!;

  it("tell their last success, whether a run or their own record speaks of it", () => {
    expect(of("1").lastSuccess).toBe("2026-10-31T18:01:07.123Z");
    expect(of("2").lastSuccess).toBe("2026-11-20T00:00:00Z");
    expect(of("3")).toMatchObject({ lastSuccess: "2026-10-05T00:00:00Z", lastRun: undefined });
  });

  it("count failures in a row, and not what somebody cancelled", () => {
    expect([of("1").failuresInRow, of("2").failuresInRow]).toEqual([3, 0]);
  });

  it("are known by their newest name, and stay when their record is gone", () => {
    expect(of("1").appName).toBe("新しい名前");
    expect(overview.map(({ key, standing }) => [key, standing])).toEqual([
      ["2", "disabled"],
      ["3", "enabled"],
      ["9", "gone"],
      ["1", "enabled"],
    ]);
  });

  it("stand out when they fail, are in no run for a week, or nobody covers an app", () => {
    const now = new Date("2026-11-09T18:00:08Z");
    const apps = ["1", "2", "7"].map((appId) => ({ appId, name: `アプリ${appId}` }));
    const found = anomaliesOf({ ...NO_DRILLS, restores: [], rules: [], runs: [], targets: overview, apps, now }).map(
      (anomaly) => {
        if (anomaly.kind === "uncovered") return [anomaly.kind, anomaly.app.appId, anomaly.disabled];
        return anomaly.kind === "silent" || anomaly.kind === "failing"
          ? [anomaly.kind, anomaly.target.key, "days" in anomaly && anomaly.days]
          : [anomaly.kind];
      },
    );
    expect(found).toEqual([
      ["failing", "1", false],
      ["silent", "3", 35],
      ["uncovered", "2", true],
      ["uncovered", "7", false],
    ]);
    const later = new Date("2026-11-10T18:00:08Z");
    expect(
      anomaliesOf({
        ...NO_DRILLS,
        restores: [],
        rules: [],
        runs: [],
        targets: overview,
        apps: undefined,
        now: later,
      }).map(({ kind }) => kind),
    ).toEqual(["failing", "silent", "silent"]);
  });

  it("stand out when their form changed, as far as runs tell it, once", () => {
    const change = { status: "partial", errorCode: "FORM_CHANGED" } as const;
    const runs = [told(1, [result("1")]), told(2, [result("1", change)]), told(3, [result("1", change)])];
    const found = anomaliesOf({
      ...NO_DRILLS,
      restores: [],
      rules: [],
      runs,
      targets: [],
      apps: [],
      now: new Date("2026-11-04T00:00:00Z"),
    });
    expect(found).toMatchObject([{ kind: "form", errorCode: "FORM_CHANGED", run: { recordId: "2" } }]);
  });
});

describe("what was asked for", () => {
  const everything = toldAsked("", "records, attachments, comments, settings, administration", "");
  const narrowed = toldAsked("$id > 999999", "records", "");
  const changes = (runs: Parameters<typeof askedOtherwise>[0]) =>
    askedOtherwise(runs).map(({ key, before, now, since, run }) => [key, before, now, since.recordId, run.recordId]);

  it("is told when it changes, with the run since when, and again when it changes back; not in between", () => {
    const asked = [everything, everything, narrowed, narrowed, everything];
    const runs = asked.map((one, at) =>
      told(at + 1, [result("1", { asked: one }), result("2", { asked: everything })]),
    );
    expect(changes(runs)).toEqual([
      ["1", everything, narrowed, "2", "3"],
      ["1", narrowed, everything, "4", "5"],
    ]);
    expect(
      anomaliesOf({ ...NO_DRILLS, restores: [], rules: [], runs, targets: [], apps: [], now: new Date() }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(["asked", "asked"]);
  });

  it.each([
    ["the condition", toldAsked("a = 1", "records, attachments, comments, settings, administration", "")],
    ["the parts", toldAsked("", "records, attachments, comments", "")],
    ["the fields left out", toldAsked("", "records, attachments, comments, settings, administration", "氏名")],
  ])("differs by %s", (_what, asked) => {
    expect(changes([told(1, [result("1", { asked: everything })]), told(2, [result("1", { asked })])])).toHaveLength(1);
  });

  it("is compared over runs that read nothing of it, and not with those that do not tell", () => {
    const failed = result("1", { asked: narrowed, status: "failed" });
    const before = told(1, [result("1", { asked: everything })]);
    expect(changes([before, told(2, [failed]), told(3, []), told(4, [result("1", { asked: everything })])])).toEqual(
      [],
    );
    expect(changes([told(1, [result("1")]), told(2, [result("1", { asked: narrowed })])])).toEqual([]);
    expect(changes([before, told(2, [result("1")]), told(3, [result("1", { asked: narrowed })])])).toEqual([
      ["1", everything, narrowed, "1", "3"],
    ]);
  });

  it("is the same in another order", () => {
    const fields = (codes: string) => told(1, [result("1", { asked: toldAsked("", "records", codes) })]);
    expect(changes([fields("a\nb"), fields("b\na")])).toEqual([]);
  });
});

describe("a run whose zips are not known to be saved", () => {
  const now = new Date("2026-11-20T00:00:00Z");
  const found = (run: Parameters<typeof told>[2]) =>
    anomaliesOf({
      ...NO_DRILLS,
      restores: [],
      rules: [],
      runs: [told(1, [result("1")], run)],
      targets: [],
      apps: [],
      now,
    }).map(({ kind }) => kind);

  it("is told after a day, when it is one that is worth saving and was asked about", () => {
    expect(found({ saved: "unconfirmed", finishedAt: "2026-11-18T23:59:00Z" })).toEqual(["unsaved"]);
    expect(found({ saved: "unconfirmed", status: "partial" })).toEqual(["unsaved"]);
    expect(found({ saved: "unconfirmed", finishedAt: "2026-11-19T00:01:00Z" })).toEqual([]);
    expect(found({ saved: "unconfirmed", status: "cancelled" })).toEqual([]);
    expect(found({ saved: undefined })).toEqual([]);
    expect(found({ saved: "saved" })).toEqual([]);
  });

  it("moves no last backup of its targets", () => {
    const runs = [told(1, [result("1")]), told(2, [result("1")], { saved: "unconfirmed" })];
    const [known] = targetsOf(runs, { targets: [target("1")], rules: [], drills: [] }, "ja");
    expect([known?.lastSuccess, known?.lastSaved]).toEqual([runs[1]?.finishedAt, runs[0]?.finishedAt]);
  });
});

describe("the apps of a rule", () => {
  const rule = { scope: "space", spaceId: "5" } as const;
  const of = (appId: string) => result(appId, { rule });
  const runs = [told(1, [of("1"), of("2")]), told(2, [of("1"), of("3")]), told(3, [result("4")], { status: "failed" })];
  const standings = (rules: BoundedRule[], targets = [target("4")]) =>
    targetsOf(runs, { targets, rules, drills: [] }, "ja").map(({ key, standing }) => `${key} ${standing}`);

  it("are covered as long as it is enabled and its newest run had them, and no record of their own says otherwise", () => {
    const enabled = [{ rule, exceptions: [] }];
    expect(standings(enabled)).toEqual(["1 enabled", "2 gone", "3 enabled", "4 enabled"]);
    expect(standings([])).toEqual(["1 gone", "2 gone", "3 gone", "4 enabled"]);
    const off = [target("1", { enabled: false })];
    expect(standings(enabled, off)).toEqual(["1 disabled", "2 gone", "3 enabled", "4 gone"]);
  });

  it("are told when they are new or gone, but not those of its first run, nor of one that was broken off", () => {
    const now = new Date("2026-11-05T00:00:00Z");
    const changes = (some: typeof runs) =>
      anomaliesOf({ ...NO_DRILLS, restores: [], runs: some, targets: [], rules: [], apps: [], now }).flatMap(
        (anomaly) =>
          anomaly.kind === "rule"
            ? [`${anomaly.run.recordId} ${anomaly.change} ${anomaly.apps.map(({ key }) => key).join()}`]
            : [],
      );
    expect(changes(runs)).toEqual(["2 new 3", "2 gone 2"]);
    expect(changes([...runs, told(4, [of("1")], { status: "interrupted" })])).toEqual(["2 new 3", "2 gone 2"]);
  });

  it("are covered before any run has met them, unless the rule leaves them out", () => {
    const apps = [
      { appId: "7", name: "新", spaceId: "5" },
      { appId: "8", name: "除", spaceId: "5" },
      { appId: "9", name: "外" },
    ];
    const found = (rules: BoundedRule[]) =>
      anomaliesOf({ ...NO_DRILLS, restores: [], runs: [], targets: [], rules, apps, now: new Date() }).map(
        (anomaly) => "app" in anomaly && anomaly.app.appId,
      );
    expect(found([{ rule, exceptions: ["8"] }])).toEqual(["8", "9"]);
    expect(
      found([
        { rule, exceptions: ["8"] },
        { rule: { scope: "all_apps" }, exceptions: [] },
      ]),
    ).toEqual(["8"]);
  });
});

describe("restores", () => {
  const now = new Date("2026-11-05T00:00:00Z");
  const doubts = (restore: Parameters<typeof toldRestore>[1]) =>
    anomaliesOf({
      ...NO_DRILLS,
      restores: [toldRestore(1, restore)],
      runs: [],
      targets: [],
      rules: [],
      apps: [],
      now,
    }).flatMap((anomaly) => (anomaly.kind === "restore" ? [anomaly.doubt] : []));

  it.each([
    ["as planned", {}, []],
    ["with explained differences", { verdict: "explained" }, []],
    ["not as planned", { verdict: "not-as-planned" }, ["not-as-planned"]],
    ["stopped, from an unknown archive", { verdict: "stopped", archiveKnown: false }, ["stopped", "unknown-archive"]],
    ["with no way back", { safetyRunId: "" }, ["unsecured"]],
    ["that wrote nothing", { safetyRunId: "", planned: { add: 0, putBack: 0, remove: 0 } }, []],
    ["under way for days", { status: "running", verdict: "" }, ["long"]],
    ["under way since this morning", { status: "running", verdict: "", startedAt: "2026-11-04T23:00:00Z" }, []],
    ["that were comparisons", { kind: "comparison", safetyRunId: "", archiveKnown: false }, []],
  ] as const)("%s are told with what there is to look at", (_what, restore, expected) => {
    expect(doubts(restore)).toEqual(expected);
  });

  it("have backups before them that move nothing", () => {
    const usual = Array.from({ length: 8 }, (_, at) => told(at + 1, [result("1"), result("2")]));
    const safety = told(9, [result("1", { records: 1, bytes: 1 })], { trigger: "restore", isSafetyBackup: true });
    const kinds = (runs: typeof usual) =>
      anomaliesOf({ ...NO_DRILLS, restores: [], runs, targets: [], rules: [], apps: [], now }).map(({ kind }) => kind);
    expect(kinds([...usual, safety])).toEqual([]);
    expect(kinds([...usual, { ...safety, isSafetyBackup: false }])).toContain("moved");
  });
});

describe("drills", () => {
  const now = new Date("2027-02-15T00:00:00Z");
  const runs = [told(1, [result("1"), result("2")])];
  const rules: BoundedRule[] = [];
  const look = (
    drills: ToldDrill[],
    { drillDays = 90, targets = [target("1")] }: { drillDays?: number; targets?: ToldTarget[] } = {},
  ) => {
    const known = targetsOf(runs, { targets, rules, drills }, "ja");
    const found = anomaliesOf({ drills, drillDays, runs, targets: known, restores: [], rules, apps: [], now });
    return { known, found: found.filter(({ kind }) => kind === "drill" || kind === "unproven") };
  };
  const unproven = (...given: Parameters<typeof look>) =>
    look(...given).found.flatMap((anomaly) => (anomaly.kind === "unproven" ? [[anomaly.days, anomaly.never]] : []));

  it("prove that a target can be restored until the next is due; one that did not pass proves nothing", () => {
    // It was registered on 1 October, and is drilled on the second and third of November.
    expect(unproven([])).toEqual([[137, true]]);
    const passed = toldDrill(2);
    expect(look([passed]).known.map(({ lastProven }) => lastProven)).toEqual([passed.finishedAt, ""]);
    expect(unproven([passed])).toEqual([[105, false]]);
    expect(unproven([passed], { drillDays: 106 })).toEqual([]);
    expect(unproven([passed], { drillDays: 105 })).toEqual([[105, false]]);
    expect(unproven([toldDrill(2, { verdict: "explained" })])).toEqual([[105, false]]);
    for (const verdict of ["failed", "stopped", "", "別の言葉"]) {
      expect(unproven([toldDrill(2, { verdict })]), verdict).toEqual([[137, true]]);
    }
  });

  it("are of nobody else's target, nor due where nobody wants to hear of it, or the target is switched off", () => {
    expect(unproven([toldDrill(2, { key: "2" })])).toEqual([[137, true]]);
    expect(unproven([], { drillDays: 0 })).toEqual([]);
    expect(unproven([], { targets: [target("1", { enabled: false })] })).toEqual([]);
    // One that does not tell when it was registered has as long from its first run on.
    expect(unproven([], { targets: [target("1", { createdAt: "" })] })).toEqual([[106, true]]);
  });

  it.each([
    ["passed", {}, 0],
    ["failed", { verdict: "failed" }, 1],
    ["stopped", { verdict: "stopped" }, 1],
    ["failed, and something is done about it", { verdict: "failed", correctiveAction: "権限を見直した" }, 0],
    ["under way", { verdict: "", finishedAt: "" }, 0],
  ] as const)("that %s ask for a corrective action, or not", (_what, drill, times) => {
    const asked = look([toldDrill(2, drill)]).found.filter(({ kind }) => kind === "drill");
    expect(asked).toHaveLength(times);
  });
});
