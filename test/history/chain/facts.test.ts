import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../src/archive/bytes/digest";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { CHAIN_VERSIONS, factsText } from "../../../src/history/chain/facts";
import { linkAfter } from "../../../src/history/chain/link";
import { finishedRun, startedRun } from "../../../src/history/runs/run-fields";
import { outcome, start } from "../runs/runs";

const describeProblem = ({ error }: { error: Error }) => error.message;
const record = { ...startedRun(start, "0.1.0"), ...finishedRun(outcome, describeProblem) };
const [NEWEST = 0] = CHAIN_VERSIONS;
const facts = factsText(record, NEWEST);
const row = (values: Record<string, unknown>) => ({
  id: "9",
  value: Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { type: "", value }])),
});

describe("the facts of a run", () => {
  it("name their version and cover every field of a run, a restore, a drill or a disposal but lock, digests, files, and what becomes known later", () => {
    const { chain, ...told } = JSON.parse(facts) as { chain: number; run_results: object[]; run_volumes: object[] };
    expect(chain).toBe(NEWEST);
    const fields = Object.values(formFields(japanese)).filter(
      ({ code, type }) => /^(run|restore|drill|disposal|record)_/.test(code) && type !== "GROUP",
    );
    const later = ["run_saved", "run_saved_at", "run_saved_by", "drill_corrective_action"];
    const files = ["run_log", "restore_plan", "restore_report", "restore_ids", "drill_report"];
    const apart = ["run_lock", ...files, "run_chain_digest", "run_previous_chain_digest", ...later];
    expect(Object.keys(told)).toEqual(
      fields
        .map(({ code }) => code)
        .filter((code) => !apart.includes(code))
        .sort(),
    );
    for (const code of ["run_results", "run_volumes"] as const) {
      const columns = Object.keys(formFields(japanese)[code]?.fields ?? {}).sort();
      expect(Object.keys(told[code][0]!)).toEqual(columns);
    }
  });

  it("are the same when kintone writes the same values otherwise", () => {
    const read = {
      ...record,
      run_records: { value: "01200.00" },
      run_bytes: { value: "1073741866." },
      run_message: { value: String(record.run_message?.value).replaceAll("\n", "\r\n") },
      run_log_sha256: { value: null },
      run_started_at: { value: "2026-11-23T03:00:59Z" },
      run_volumes: {
        value: [...(record.run_volumes!.value as object[]), row({ volume_name: "", volume_size: null, 備考: "x" })],
      },
      確認者: { value: "監査役" },
    };
    expect(factsText(read, NEWEST)).toBe(facts);
  });

  it.each([
    ["run_records", "1200.5"],
    ["run_records", "-1200"],
    ["run_records", "12000"],
    ["run_records", ""],
    ["run_started_at", "2026-11-23T03:01:00Z"],
    ["run_message", ""],
  ])("are others when %s is %j", (code, value) => {
    expect(factsText({ ...record, [code]: { value } }, NEWEST)).not.toBe(facts);
  });

  it("give the digest with the one before, so that anybody can compute it", () => {
    const link = linkAfter("a".repeat(64), record, NEWEST);
    expect(link.run_chain_digest?.value).toBe(sha256Hex(`${"a".repeat(64)}\n${facts}`));
  });

  it("stay what they are: digests of old runs depend on it", () => {
    const digestOf = (version: number) => linkAfter("", record, version).run_chain_digest?.value;
    expect(digestOf(1)).toBe("701a917176c426172e9dd11600eb6bab65fef371654c5ee816a05186d927ad35");
    expect(digestOf(2)).toBe("382e4b4f6fd16038023b877f9f3e2f2d1b32cc15737dff298c15f514f52985b8");
    expect(digestOf(3)).toBe("501654e7479bff56da1e0c3e4aae55da5ad027f78ab2d8889cb9b85c98c6df00");
    expect(digestOf(4)).toBe("61f2b74e79f9d7d74c844766d65fbb48923bcc3e8d9f6988846eb576e4713b6b");
    expect(digestOf(5)).toBe("fc6acefcb3709e3c071d8dc01d0351c941532181aea2d8a951c10c8ee0d7c642");
  });
});
