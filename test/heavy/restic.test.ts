import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTED, type RetentionRule, spanText } from "../../src/retention/rule";
import { wantedByRule } from "../../src/retention/wanted-by-rule";
import { generation } from "../retention/generations";

const run = promisify(execFile);
const hasRestic = spawnSync("restic", ["version"]).status === 0;

/** More periods than any rule below counts: older versions of restic do not keep the oldest where there are too few. */
const NIGHTS = [0, 1, 2, 3, 5, 6, 8, 9, 13, 20, 21, 27, 34, 41, 62, 75, 93, 124, 155, 200, 370, 371, 600, 740, 1100];
// In the past: what comes from the future counts differently there.
const LATEST = Date.parse("2026-01-02T03:00:00+09:00");
const DAY = 24 * 60 * 60 * 1000;
const TIMES = NIGHTS.map((days) => new Date(LATEST - days * DAY));

const RULES: RetentionRule[] = [
  { last: 3 },
  { daily: 7 },
  { weekly: 6 },
  { monthly: 5 },
  { yearly: 3 },
  { daily: 4, weekly: 3, monthly: 3, yearly: 2 },
  { within: { years: 0, months: 1, days: 0, hours: 0 } },
  { within: { years: 1, months: 0, days: 5, hours: 0 }, last: 1 },
  { within: { years: 0, months: 0, days: 0, hours: 49 } },
];

describe.skipIf(!hasRestic)("restic keeps what our rules want", () => {
  let folder: string;
  const restic = (...words: string[]) => {
    const env = { ...process.env, TZ: "Asia/Tokyo", RESTIC_PASSWORD: "restic", RESTIC_REPOSITORY: folder };
    return run("restic", words, { env });
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "kbm-restic-"));
    await restic("init");
    for (const at of TIMES) {
      const local = new Date(at.getTime() + 9 * 60 * 60 * 1000).toISOString();
      await restic("backup", "-q", "package.json", "--time", local.slice(0, 19).replace("T", " "));
    }
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(RULES)(
    "by %o",
    async (rule) => {
      const counted = COUNTED.flatMap((part) => (rule[part] ? [`--keep-${part}`, String(rule[part])] : []));
      const within = rule.within ? ["--keep-within", spanText(rule.within)] : [];
      const { stdout } = await restic("forget", "--dry-run", "--json", ...counted, ...within);
      const [{ keep }] = JSON.parse(stdout) as [{ keep: Array<{ time: string }> }];
      const generations = TIMES.map((at) => generation(at.toISOString()));
      const ours = [...wantedByRule(generations, rule, "Asia/Tokyo")].filter(([, by]) => by.length > 0);
      const kept = keep.map(({ time }) => new Date(time).toISOString());
      expect(ours.map(([{ runId }]) => runId).sort()).toEqual(kept.sort());
    },
    60_000,
  );
});
