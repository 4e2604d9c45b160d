import { BackupError } from "../../src/domain/errors";
import type { RunOutcome, TargetResult } from "../../src/domain/outcome";
import { PARTS } from "../../src/domain/target";
import { linkAfter } from "../../src/history/chain/link";
import { dayAfter, daysOf } from "../../src/history/overview/days";
import { finishedRun, startedRun } from "../../src/history/runs/run-fields";
import { APP_IDS } from "../emulator/sample/app";
import { everything } from "../history/runs/runs";
import type { Stage } from "./stage";

/** So many days before today, at three in the morning in Tokyo. */
function morning(daysAgo: number): Date {
  const today = daysOf("Asia/Tokyo")(new Date())!;
  return new Date(Date.parse(`${dayAfter(today, -daysAgo)}T03:00:07.123+09:00`));
}

const noRight = new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } });

/** Two targets; of the first, more than half of the records are gone on the last two days. */
function run(daysAgo: number, operator: string): RunOutcome {
  const whole = daysAgo === 20 ? "failed" : "success";
  const status = daysAgo <= 4 ? "partial" : whole;
  const result = (appId: string, appName: string, facts: Partial<TargetResult>): TargetResult => ({
    target: { recordId: "1", appId, appName, query: "", ...everything },
    asked: { query: "", include: [...PARTS], excludedFields: [] },
    ...{ status: "success", problems: [], accepted: [], records: 1000 + ((daysAgo * 7) % 5), attachments: 120 },
    ...{ bytes: 48_000_000 - daysAgo * 100_000, seconds: 40 + ((daysAgo * 11) % 17), requests: 30 },
    ...(status === "failed" && { status, records: 0, attachments: 0, bytes: 0 }),
    ...facts,
  });
  const [startedAt, refused] = [morning(daysAgo), status === "partial"];
  const results = [
    result(APP_IDS.qualityRecords, "品質記録", daysAgo <= 2 ? { records: 410 } : {}),
    result(APP_IDS.drawings, "図面管理", refused ? { status, problems: [{ step: "records", error: noRight }] } : {}),
  ];
  return {
    ...{
      runId: `run-${String(daysAgo).padStart(4, "0")}-${operator}`,
      trigger: "headless",
      status,
      results,
      startedAt,
    },
    operator: { code: "sato", name: operator },
    finishedAt: new Date(startedAt.getTime() + 95_000 + daysAgo * 500),
    ...{
      problems: [],
      told: [],
      historyRecordId: undefined,
      volumes: [],
      archiveDigest: undefined,
      destination: "folder",
      places: [],
    },
    saved: status === "failed" ? undefined : "saved",
    ...{ records: 2000, attachments: 240, bytes: 61_000_000 - daysAgo * 120_000, requests: 60 },
  };
}

/**
 * Writes a run for each morning of the last days, in one chain, as the plugin would have. There is none 9, 10 and 30 days
 * ago, and the one of 20 days ago failed.
 */
export async function writeHistory({ witness, appId }: Stage, days: number): Promise<void> {
  let last = "";
  const records = Array.from({ length: days }, (_, at) => days - at)
    .filter((daysAgo) => ![9, 10, 30].includes(daysAgo))
    .map((daysAgo) => {
      // What a spreadsheet would take for a formula.
      const outcome = run(daysAgo, daysAgo === 3 ? '=HYPERLINK("http://evil")' : "佐藤 昇");
      const describe = () => "権限がないため、図面管理のレコードを読めませんでした。(CB_NO02)";
      const values = { ...startedRun(outcome, "0.1.0"), ...finishedRun(outcome, describe) };
      const link = linkAfter(last, values);
      last = String(link.run_chain_digest?.value);
      return { ...values, ...link };
    });
  await witness.record.addAllRecords({ app: appId, records: records as never });
}
