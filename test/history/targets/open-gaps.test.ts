import { expect, it } from "vitest";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { openGaps } from "../../../src/history/targets/open-gaps";

const cells = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));

interface Told {
  app?: string;
  guest?: string;
  status?: string;
  gaps?: readonly string[];
  accepted?: readonly string[];
}

const lineOf = (gap: string) => `${gap} | admin | 2026-11-30T00:00:00Z | 既知`;

function run(id: string, ...results: readonly Told[]): AppRecord {
  const rows = results.map(({ app = "11", guest = "", status = "partial", gaps = [], accepted = [] }) => ({
    id,
    value: cells({
      ...{ result_app_id: app, result_guest_space_id: guest, result_status: status },
      ...{ result_gaps: gaps.join("\n"), result_accepted_gaps: accepted.map(lineOf).join("\n") },
    }),
  }));
  return cells({ $id: id, run_results: rows }) as unknown as AppRecord;
}

function target(id: string, { app = "11", guest = "", accepted = [] }: Told = {}): AppRecord {
  const acceptedLines = accepted.map(lineOf).join("\n");
  return cells({
    ...{ $id: id, record_type: "target", target_app_id: app, target_guest_space_id: guest },
    target_enabled: ["enabled"],
    ...{ target_accepted_gaps: acceptedLines },
  }) as unknown as AppRecord;
}

async function open(record: AppRecord, targets: readonly AppRecord[], later: readonly AppRecord[] = []) {
  const store = {
    find: (query: string) => Promise.resolve(query.includes("target_app_id") ? targets : later),
  } as unknown as RecordStore;
  return (await openGaps(store, record)).map((one) => [one.target.recordId, ...one.gaps]);
}

const GAPS = ["settings/acl", "field/memo"];

it("are those that nobody has accepted since, of targets that are enabled, by app and guest space", async () => {
  const record = run(
    "5",
    { gaps: [...GAPS, "… (+3)"] },
    { app: "12", guest: "3", gaps: GAPS },
    { app: "13", gaps: GAPS },
  );
  const targets = [target("1", { accepted: ["settings/acl"] }), target("2", { app: "12", guest: "3" })];
  expect(await open(record, targets)).toEqual([
    ["1", "field/memo"],
    ["2", ...GAPS],
  ]);
  expect(await open(record, [target("1", { accepted: GAPS }), target("2", { app: "12" })])).toEqual([]);
});

it("are not those that a later run was not missing, as far as it read the target", async () => {
  const record = run("5", { gaps: GAPS });
  const later = (...told: readonly Told[]) =>
    open(
      record,
      [target("1")],
      told.map((one, at) => run(String(9 - at), one)),
    );
  expect(await later({ gaps: ["field/memo"] })).toEqual([["1", "field/memo"]]);
  expect(await later({ status: "success" })).toEqual([]);
  expect(await later({ status: "failed" }, { status: "interrupted" })).toEqual([["1", ...GAPS]]);
  expect(await later({ status: "cancelled" }, { status: "success" }, { gaps: GAPS })).toEqual([]);
  // It was accepted then, and that was taken back.
  expect(await later({ status: "success", accepted: GAPS })).toEqual([["1", ...GAPS]]);
});
