import { describe, expect, it } from "vitest";
import { BackupError } from "../../../../../src/domain/errors";
import { ALL_LABELS } from "../../../../../src/history/app-definition/labels-in";
import { csvLinesOf } from "../../../../../src/screens/settings/targets/adding/csv-lines";
import { csvOfTargets } from "../../../../../src/screens/settings/targets/adding/csv-of-targets";
import { appsIn, judgeLines } from "../../../../../src/screens/settings/targets/adding/judge-lines";

const app = (appId: string, more: { guestSpaceId?: string } = {}) => ({
  appId,
  name: `アプリ${appId}`,
  code: "",
  ...more,
});

function judged(csv: string, present: string[] = [], unreadable = new Map<string, BackupError>()) {
  const apps = [app("11"), app("12"), app("21", { guestSpaceId: "3" })];
  return judgeLines(csvLinesOf(csv).lines, { apps, unreadable, present: new Set(present) }).map(({ verdict }) =>
    "target" in verdict ? verdict.target : verdict.problem,
  );
}

describe("lines of a CSV of targets", () => {
  const target = { appId: "11", appName: "日報", query: 'rank in ("A", "B")', enabled: false };

  it.each(ALL_LABELS)("are read by the heads of every language, in any order: $appName", ({ fields }) => {
    const heads = [fields.target_enabled, fields.target_query, fields.target_app_id, fields.target_app_name];
    const line = '無効,"rank in (""A"", ""B"")",１１,日報';
    expect(judged(`${heads.join(",")}\n${line}`)).toEqual([target]);
  });

  it("are read by their order without heads, and by kintone's own CSV of the records", () => {
    expect(judged('11,,日報,"rank in (""A"", ""B"")",disabled')).toEqual([target]);
    const { fields } = ALL_LABELS[0]!;
    const own = `"レコード番号","${fields.target_app_id}","${fields.target_enabled}[enabled]"\r\n"1","11",""\r\n"2","12","1"`;
    expect(judged(own)).toMatchObject([
      { appId: "11", enabled: false },
      { appId: "12", enabled: true, appName: "アプリ12", query: "" },
    ]);
    expect(csvLinesOf(own).unknownColumns).toEqual(["レコード番号"]);
  });

  it("come back unchanged from the CSV of the present targets", () => {
    const targets = [
      { appId: "11", appName: "=日報", query: '-1 < a and b = "x, y"', enabled: true },
      { appId: "21", guestSpaceId: "3", appName: "'=仕入先\"", query: "", enabled: false },
    ];
    expect(judged(csvOfTargets(targets))).toEqual(targets);
    expect(judged(csvOfTargets(targets), ["11", "21"])).toEqual([{ kind: "present" }, { kind: "present" }]);
  });

  it("are judged one by one", () => {
    const lines = ["11", "011", "x", ",3", "0", "99", "12,3", "21,3", "12,a", "12,,,,maybe"];
    expect(judged(lines.join("\n")).map((verdict) => ("kind" in verdict ? verdict.kind : "good"))).toEqual([
      ...["good", "twice", "not-a-number", "no-app", "not-a-number", "unknown", "unknown", "good"],
      ...["not-a-guest-space", "not-enabled-or-disabled"],
    ]);
    expect(judged("11\n\n11")[1]).toEqual({ kind: "twice", of: 1 });
    expect(judged('11,,"日報\n12')).toEqual([{ kind: "unclosed" }]);
  });

  it("of a space that could not be asked are no worse than unknown", () => {
    const error = new BackupError("NO_PERMISSION", "no");
    const verdicts = judged("11\n21,3", [], new Map([["3", error]]));
    expect(verdicts).toMatchObject([{ appId: "11" }, { kind: "unreadable", error }]);
  });

  it("name each app once, where it is", () => {
    const { lines } = csvLinesOf("11\n011\n21,３\nx\n12,y");
    expect(appsIn(lines)).toEqual([{ appId: "11" }, { appId: "21", guestSpaceId: "3" }]);
  });

  it("need a column of app ids where there are heads", () => {
    expect(csvLinesOf("アプリ名,絞り込み条件\n日報,").noAppColumn).toBe(true);
    expect(csvLinesOf("日報,\n").noAppColumn).toBe(false);
  });
});
