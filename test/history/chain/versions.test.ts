import { beforeEach, describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { checkChain } from "../../../src/history/chain/check-chain";
import { linkAfter } from "../../../src/history/chain/link";
import { answerOf } from "../../../src/history/chain/verdict";
import { allLinks } from "../../../src/history/chain/all-links";
import { finishedRun, startedRun } from "../../../src/history/runs/run-fields";
import { createHistory } from "../../../src/history/runs/run-records";
import { appsInKintone } from "../management-app/app-in-kintone";
import { outcome, success } from "../runs/runs";
import { describeProblem } from "./random-runs";
import recorded from "./recorded/version-1.json";

type Row = { id: string; value: Record<string, { type: string; value: unknown }> };

/** Three runs as a plugin of the first list of facts wrote them into kintone, and as kintone gave them back. */
let old: AppRecord[];
beforeEach(() => {
  old = structuredClone(recorded) as unknown as AppRecord[];
});

const rowsOf = (record: AppRecord | undefined) => (record?.run_results?.value ?? []) as unknown as Row[];
const lastDigestOf = (records: AppRecord[]) => String(records.at(-1)?.run_chain_digest?.value);

/** As the records read once the app has the columns of the newest list. */
function withColumns(records: AppRecord[]): AppRecord[] {
  for (const { value } of records.flatMap(rowsOf)) {
    for (const code of ["result_query", "result_include", "result_excluded_fields"]) {
      value[code] = { type: "SINGLE_LINE_TEXT", value: "" };
    }
  }
  return records;
}

describe("a chain that was begun with an earlier list of facts", () => {
  it.each([
    ["before the app got the new columns", (records: AppRecord[]) => records],
    ["after it did", withColumns],
  ])("holds %s", async (_when, prepared) => {
    const verdict = await checkChain(prepared(old));
    expect(verdict).toMatchObject({
      chained: 3,
      breaks: [],
      hidden: [],
      holds: { runs: 3, digest: lastDigestOf(old) },
    });
  });

  it("is gone on with by links of the newest list", async () => {
    const run = { ...startedRun(outcome, "0.2.0"), ...finishedRun(outcome, describeProblem) };
    const added = { ...run, ...linkAfter(lastDigestOf(old), run), $id: { type: "__ID__", value: "9" } };
    expect(await checkChain([...withColumns(old), added as unknown as AppRecord])).toMatchObject({
      ...{ chained: 4, breaks: [], hidden: [] },
      holds: { runs: 4 },
    });
  });

  it("breaks where somebody wrote afterwards what was asked for, as no digest holds it there", async () => {
    withColumns(old);
    rowsOf(old[1])[0]!.value.result_query = { type: "SINGLE_LINE_TEXT", value: "$id > 999999" };
    expect((await checkChain(old)).breaks).toEqual([expect.objectContaining({ kind: "changed" })]);
  });

  it("breaks where an old fact was changed", async () => {
    withColumns(old);
    rowsOf(old[1])[0]!.value.result_records = { type: "NUMBER", value: "1200" };
    expect((await checkChain(old)).breaks).toEqual([expect.objectContaining({ kind: "changed" })]);
  });
});

describe("an app that was prepared for an earlier list of facts", () => {
  const makeApp = appsInKintone();

  it.each([
    ["first", ["query", "include", "excluded_fields", "requests", "requests_last_day", "rule"]],
    ["second", ["rule"]],
    ["third", []],
  ])("gets links of that list, the %s, which hold before and after it is prepared anew", async (_list, news) => {
    const { app, store, time } = makeApp();
    const { fields } = app.settings.properties.run_results as { fields: Record<string, unknown> };
    const columns = news.map((what) => [`result_${what}`, fields[`result_${what}`]]);
    for (const [code] of columns) delete fields[code as string];
    const { properties } = app.settings;
    const later = Object.entries(properties).filter(([code]) => /^(restore_|drill_|disposal_|run_places)/.test(code));
    for (const [code] of later) delete properties[code];
    const history = createHistory(store, {
      ...{ describe: describeProblem, pluginVersion: "0.2.0" },
      clock: { now: () => time.now },
    });
    const run = { ...outcome, results: [success] };
    await history.begin(run);
    await history.finish(run, "log");

    expect(answerOf(await checkChain(allLinks(store)))).toBe("sound");
    Object.assign(fields, Object.fromEntries(columns));
    Object.assign(properties, Object.fromEntries(later));
    expect(answerOf(await checkChain(allLinks(store)))).toBe("sound");
  });

  it("is told from one that keeps what was asked for: changing that breaks the chain", async () => {
    const { store, time } = makeApp();
    const history = createHistory(store, {
      ...{ describe: describeProblem, pluginVersion: "0.2.0" },
      clock: { now: () => time.now },
    });
    const run = { ...outcome, results: [success] };
    await history.begin(run);
    const id = await history.finish(run, "log");
    const [record] = await store.find(`$id = ${id} limit 1`);
    const rows = rowsOf(record);
    rows[0]!.value.result_query!.value = "$id > 999999";
    await store.update([{ id, record: { run_results: { value: rows } } }]);
    expect((await checkChain(allLinks(store))).breaks).toEqual([expect.objectContaining({ kind: "changed" })]);
  });
});
