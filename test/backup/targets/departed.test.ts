import { describe, expect, it } from "vitest";
import type { LostTarget, RuleNews, TargetNews } from "../../../src/domain/targets";
import { finishedRun } from "../../../src/history/runs/run-fields";
import { messagesFor } from "../../../src/screens/text/run/language";
import { describeLogEvent } from "../../../src/screens/text/run/log-sentence";
import { describeOutcome } from "../../../src/screens/text/run/outcome-report";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { createScriptedSource } from "../scripted-kintone";
import { runOver, target } from "../scripted-run";

const app = () => ({ name: "図面", records: [], files: {} });
const ja = messagesFor("ja");
const lost: LostTarget[] = [
  { appId: "13", appName: "人事", became: "gone", known: { by: "伊藤", at: "2026-11-19T03:00:00Z" } },
  { appId: "14", appName: "受注", became: "disabled" },
];

const rules: RuleNews[] = [
  { rule: { scope: "space", spaceId: "5" }, kind: "new", apps: [{ appId: "21", appName: "検査" }] },
  { rule: { scope: "guest_space", spaceId: "7" }, kind: "gone", apps: [{ appId: "22", appName: "外注" }] },
  {
    rule: { scope: "all_apps" },
    kind: "ended",
    apps: [
      { appId: "23", appName: "金型" },
      { appId: "24", appName: "" },
    ],
  },
];

async function runWith(found: () => Promise<TargetNews>, retyped?: string) {
  const targets = [{ ...target("12"), ...(retyped && { retyped }) }];
  return runOver(createScriptedSource({ 12: app() }), targets, {
    targets: { enabled: async () => targets, news: found, recordResults: async () => undefined },
    describe: (event) => describeLogEvent(ja, event),
  });
}

describe("a run tells of targets that are there no more", () => {
  it("in its result, its record, its log and in a terminal, and is a success all the same", async () => {
    const { outcome, history } = await runWith(async () => ({ lost, rules: [] }));
    expect(outcome).toMatchObject({ status: "success", problems: [] });
    expect(outcome.told.map(({ step, error }) => [step, error.code])).toEqual([
      ["targets", "TARGET_GONE"],
      ["targets", "TARGET_DISABLED"],
    ]);
    const message = String(finishedRun(outcome, (problem) => describeProblem(ja, problem)).run_message?.value);
    for (const text of [message, history.log, describeOutcome(ja, outcome)]) {
      expect(text).toMatch(/アプリ「人事」（ID 13）は前回の実行では対象でした.*変更した人: 伊藤（2026/);
      expect(text).toMatch(/アプリ「受注」（ID 14）は.*無効になっているため.*記録は見つかりませんでした/);
    }
  });

  it("and of the apps that rules have found or lost since, by their names", async () => {
    const { outcome, history } = await runWith(async () => ({ lost: [], rules }));
    expect(outcome).toMatchObject({ status: "success", problems: [] });
    const message = String(finishedRun(outcome, (problem) => describeProblem(ja, problem)).run_message?.value);
    for (const text of [message, history.log, describeOutcome(ja, outcome)]) {
      expect(text).toMatch(/スペース（ID 5）のすべてのアプリ」の前回の実行のあとに.*: 検査（ID 21）。/);
      expect(text).toMatch(
        /ゲストスペース（ID 7）のすべてのアプリ」の前回の実行ではバックアップしましたが.*: 外注（ID 22）。/,
      );
      expect(text).toMatch(
        /「ゲストスペース以外のすべてのアプリ」が削除、無効化または変更された.*: 金型（ID 23）、ID 24。/,
      );
    }
  });

  it("and of those whose record was made to look like something else", async () => {
    const { outcome } = await runWith(async () => ({ lost: [], rules: [] }), "run");
    expect(outcome).toMatchObject({
      status: "success",
      told: [{ error: { code: "TARGET_RETYPED", facts: { app: "12" } } }],
    });
  });

  it("and says in its log when that cannot be known", async () => {
    const { outcome, history } = await runWith(() => Promise.reject(new Error("away")));
    expect(outcome).toMatchObject({ status: "success", told: [] });
    expect(history.log).toContain("なくなった対象があるかどうかを確認できませんでした");
  });
});
