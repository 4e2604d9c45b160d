import { expect, it } from "vitest";
import { factsFile } from "../../../src/history/runs/facts-file";
import { BackupError } from "../../../src/domain/errors";
import { encodedAtOnce } from "../../archive/bytes/encoded-at-once";
import { outcome } from "./runs";

it("tells every fact of the run in a file of JSON", async () => {
  const { name, data } = factsFile(outcome, { describe: ({ error }) => `「${error.code}」`, pluginVersion: "0.1.0" });
  expect(name).toBe("20261123-030000-a1b2.facts.json");
  expect(JSON.parse(await data.text())).toMatchObject({
    formatVersion: 1,
    pluginVersion: "0.1.0",
    runId: outcome.runId,
    operator: { code: "sato", name: "佐藤 昇" },
    startedAt: "2026-11-23T03:00:07.123Z",
    status: "partial",
    archiveDigest: outcome.archiveDigest,
    volumes: outcome.volumes,
    problems: [{ step: "deliver", code: "DELIVERY_FAILED", message: "「DELIVERY_FAILED」" }],
    results: [
      { status: "success", problems: [] },
      {
        status: "failed",
        target: { appId: "12", guestSpaceId: "3" },
        problems: [
          { step: "records", code: "NO_PERMISSION", facts: { app: "12" }, kintone: { status: 403, code: "CB_NO02" } },
          { step: "verify", code: "COUNT_MISMATCH", facts: { expected: 2, actual: 1 } },
        ],
      },
    ],
  });
});

it("is not made of one text: an app may have a million problems", async () => {
  const problems = Array.from({ length: 2000 }, (_, at) => ({
    step: "attachments" as const,
    error: new BackupError("FILE_GONE", "gone", { facts: { record: String(at) } }),
  }));
  const [result, ...others] = outcome.results;
  const many = { ...outcome, results: [{ ...result!, problems }, ...others] };
  let data = new Blob();
  const atOnce = await encodedAtOnce(() => {
    ({ data } = factsFile(many, { describe: ({ error }) => error.code.repeat(5), pluginVersion: "0.1.0" }));
  });
  expect(data.size).toBeGreaterThan(256 * 1024);
  expect(atOnce).toBeLessThanOrEqual(64 * 1024);
});
