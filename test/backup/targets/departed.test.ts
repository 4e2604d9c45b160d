import { describe, expect, it } from "vitest";
import type { LostTarget } from "../../../src/domain/targets";
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

async function runWith(found: () => Promise<LostTarget[]>, retyped?: string) {
  const targets = [{ ...target("12"), ...(retyped && { retyped }) }];
  return runOver(createScriptedSource({ 12: app() }), targets, {
    targets: { enabled: async () => targets, lost: found, recordResults: async () => undefined },
    describe: (event) => describeLogEvent(ja, event),
  });
}

describe("a run tells of targets that are there no more", () => {
  it("in its result, its record, its log and in a terminal, and is a success all the same", async () => {
    const { outcome, history } = await runWith(async () => lost);
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

  it("and of those whose record was made to look like something else", async () => {
    const { outcome } = await runWith(async () => [], "run");
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
