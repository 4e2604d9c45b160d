import { expect, it } from "vitest";
import { partByAcceptance } from "../../src/backup/targets/part-by-acceptance";
import { type AcceptedGap, lastingGaps } from "../../src/domain/accepted-gap";
import { BackupError, type ErrorCode, type ErrorFacts } from "../../src/domain/errors";
import { acceptanceLines, acceptancesIn } from "../../src/history/targets/acceptance-lines";

const problem = (code: ErrorCode, facts: ErrorFacts) => ({
  step: "settings" as const,
  error: new BackupError(code, "no", { facts: { app: "7", ...facts }, answer: { status: 403, code: "CB_NO02" } }),
});
const accepts = (...gaps: string[]): AcceptedGap[] =>
  gaps.map((gap) => ({ gap, reason: "運用上不要", by: "admin", at: "2026-11-29T03:00:00.000Z" }));
const settings = problem("SETTINGS_NOT_READABLE", { settings: ["app/acl", "app/plugins"] });

it.each<[ErrorCode, ErrorFacts, string[]]>([
  ["SETTINGS_NOT_READABLE", { settings: ["app/acl", "app/plugins"] }, ["settings/app/acl", "settings/app/plugins"]],
  ["FIELD_NOT_READABLE", { field: "原価" }, ["field/原価"]],
  ["RECORDS_MAY_BE_HIDDEN", { hidden: "rules", rules: "0123" }, ["hidden-records/rules/0123"]],
  ["RECORDS_MAY_BE_HIDDEN", { hidden: "unknown" }, ["hidden-records/unknown"]],
  ["RECORDS_MAY_BE_HIDDEN", { hidden: "changed", rules: "0123" }, []],
  ["NETWORK", { file: "a.pdf" }, []],
  ["COUNT_MISMATCH", {}, []],
])("%s %j will be missing the next time as %j", (code, facts, gaps) => {
  expect(lastingGaps(problem(code, facts).error)).toEqual(gaps);
});

it("what is accepted is no problem any more, and keeps who accepted it and why", () => {
  const all = accepts("settings/app/acl", "settings/app/plugins");
  expect(partByAcceptance(settings, all)).toEqual({ accepted: { ...settings, accepted: all } });
});

it("more of the same kind, or another kind, is not covered", () => {
  const { open, accepted } = partByAcceptance(settings, accepts("settings/app/acl", "field/原価"));
  expect(open).toMatchObject({
    error: { facts: { app: "7", settings: ["app/plugins"] }, answer: { code: "CB_NO02" } },
  });
  expect(open?.accepted).toBeUndefined();
  expect(accepted).toMatchObject({
    error: { facts: { settings: ["app/acl"] } },
    accepted: accepts("settings/app/acl"),
  });
  const hidden = problem("RECORDS_MAY_BE_HIDDEN", { hidden: "rules", rules: "0123" });
  for (const other of ["hidden-records/rules/4567", "hidden-records/unknown", "hidden-records/rules"]) {
    expect(partByAcceptance(hidden, accepts(other))).toEqual({ open: hidden });
  }
});

it("acceptances come back from a record as they went into it, and nothing else is one", () => {
  const [first] = accepts("settings/app/acl");
  expect(acceptancesIn(acceptanceLines([first!]))).toEqual([first]);
  expect(acceptancesIn(acceptanceLines([{ ...first!, reason: "二行\nにわたる | 理由" }]))).toEqual([
    { ...first, reason: "二行 にわたる | 理由" },
  ]);
  expect(acceptancesIn("settings/app/acl\nsettings/app/acl | admin\n | a | b | c\n\n")).toEqual([]);
});
