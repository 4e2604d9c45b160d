import { askedOf } from "../../src/domain/asked";
import { BackupError } from "../../src/domain/errors";
import type { RunOutcome, TargetResult } from "../../src/domain/outcome";
import { linkAfter } from "../../src/history/chain/link";
import { dayAfter, daysOf } from "../../src/history/overview/days";
import { finishedRun, startedRun } from "../../src/history/runs/run-fields";
import { describeProblem } from "../../src/screens/text/run/problem-sentence";
import { APP_IDS } from "../../test/emulator/sample/app";
import { sampleTargets } from "../../test/emulator/sample/targets";
import type { Studio } from "./studio";

const DAYS = 60;
/** Days before today without a run, and with one that was no success. */
const [MISSING, FAILED, INCOMPLETE] = [[12, 13], [20], [6]];

/** Records, attachments and bytes of a target: many of 検査データ are gone since the day before yesterday. */
function amounts(appId: string, daysAgo: number) {
  const [at, grown] = [Number(appId) % 7, DAYS - daysAgo];
  const records = 240 + at * 310 + 2 * grown * (1 + (at % 3));
  const left = appId === APP_IDS.inspections && daysAgo <= 2 ? 0.4 : 1;
  return {
    records: 2 * Math.round((records * left) / 2),
    attachments: 12 + at * 9 + Math.floor(grown / 4),
    bytes: Math.round((records * 2600 + at * 4_100_000 + grown * 42_000) * left),
  };
}

const refused = (app: string) =>
  new BackupError("NO_PERMISSION", "", { facts: { app }, answer: { status: 403, code: "CB_NO02" } });
const expired = new BackupError("SESSION_EXPIRED", "", { answer: { status: 401, code: "CB_AU01" } });

function run(daysAgo: number, startedAt: Date): RunOutcome {
  const [failed, incomplete] = [FAILED.includes(daysAgo), INCOMPLETE.includes(daysAgo)];
  const whole = failed ? "failed" : "success";
  const status = incomplete ? "partial" : whole;
  const targets = failed ? [] : sampleTargets.filter(({ enabled }) => enabled);
  const results = targets.map(({ appId, appName, guestSpaceId }, at): TargetResult => {
    const isRefused = incomplete && appId === APP_IDS.drawings;
    const target = {
      ...{
        recordId: String(at + 1),
        appId,
        appName,
        query: "",
        excludedFields: [],
        includedIdentifiers: [],
        acceptedGaps: [],
      },
      include: { records: true, attachments: true, comments: true, settings: true, administration: true },
      ...(guestSpaceId !== undefined && { guestSpaceId }),
    };
    return {
      ...{ target, asked: askedOf(target) },
      ...(isRefused
        ? {
            status: "failed",
            problems: [{ step: "records", error: refused(appId) }],
            accepted: [],
            records: 0,
            attachments: 0,
            bytes: 0,
          }
        : { status: "success", problems: [], accepted: [], ...amounts(appId, daysAgo) }),
      ...{ seconds: 9 + ((daysAgo * 5 + at * 3) % 8), requests: 24 + at },
    };
  });
  const sum = (key: "records" | "attachments" | "bytes" | "seconds" | "requests") =>
    results.reduce((total, result) => total + result[key], 0);
  return {
    ...{ runId: `${startedAt.toISOString().slice(0, 10).replaceAll("-", "")}-030007-nightly`, trigger: "headless" },
    ...{ operator: { code: "sato", name: "佐藤 昇" }, startedAt, results, volumes: [] },
    problems: failed ? [{ step: "targets", error: expired }] : [],
    told: [],
    status,
    finishedAt: new Date(startedAt.getTime() + (sum("seconds") + 2) * 1000),
    ...{ historyRecordId: undefined, archiveDigest: undefined, destination: "/srv/kintone-backups", places: [] },
    saved: failed ? undefined : "saved",
    ...{ records: sum("records"), attachments: sum("attachments"), requests: sum("requests") },
    bytes: Math.round(sum("bytes") * 0.8),
  };
}

/** Two months of nightly runs, in one chain, as the command would have left them. */
export async function writePastRuns({ client, appId, words }: Studio): Promise<void> {
  const today = daysOf("Asia/Tokyo")(new Date());
  if (today === undefined) throw new Error("There is no today.");
  let last = "";
  const records = Array.from({ length: DAYS }, (_, at) => DAYS - at)
    .filter((daysAgo) => !MISSING.includes(daysAgo))
    .map((daysAgo) => {
      const outcome = run(daysAgo, new Date(`${dayAfter(today, -daysAgo)}T03:00:07+09:00`));
      const finished = finishedRun(outcome, (problem) => describeProblem(words.admin, problem));
      const values = { ...startedRun(outcome, "0.1.0"), ...finished };
      const link = linkAfter(last, values);
      last = String(link.run_chain_digest?.value);
      return { ...values, ...link };
    });
  await client.record.addAllRecords({ app: appId, records: records as never });
}
