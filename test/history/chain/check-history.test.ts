import { expect, it } from "vitest";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { checkHistory } from "../../../src/history/chain/check-history";
import { linkAfter } from "../../../src/history/chain/link";
import { finishedRun, startedRun } from "../../../src/history/runs/run-fields";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { outcome } from "../runs/runs";
import { describeProblem } from "./random-runs";

/** More than one page. */
const RUNS = 101;

/** A history of runs, the second last one maybe under way. */
async function historyOf(runs: number) {
  const app = createInMemoryStore({ now: new Date(0) });
  let last = "";
  const link = (values: ReturnType<typeof startedRun>) => {
    const linked = { ...values, ...linkAfter(last, values) };
    last = String(linked.run_chain_digest?.value);
    return linked;
  };
  const begun = (at: number) => startedRun({ ...outcome, runId: `run-${at}` }, "0.1.0");
  const ended = (at: number) => ({ ...begun(at), ...finishedRun({ ...outcome, runId: `run-${at}` }, describeProblem) });
  for (let at = 1; at <= runs; at += 1) await app.store.add(link(ended(at)));
  return { ...app, begun, ended, link };
}

it("shows every run once, and how many were read", async () => {
  const { store } = await historyOf(RUNS);
  const seen: Array<[string, number]> = [];
  const verdict = await checkHistory(store, (run, read) => void seen.push([String(run.$id?.value), read]));
  expect(verdict).toMatchObject({ holds: { runs: RUNS }, breaks: [], hidden: [] });
  expect(seen).toEqual(Array.from({ length: RUNS }, (_, at) => [String(at + 1), at + 1]));
});

it("suspects nobody when a run ends while its follower is read", async () => {
  const { store, begun, ended, link } = await historyOf(RUNS - 2);
  const underWay = await store.add(begun(RUNS - 1)); // the last one of the first page
  let pages = 0;
  const busy: RecordStore = {
    ...store,
    async find(query): Promise<AppRecord[]> {
      const page = await store.find(query);
      pages += 1;
      if (pages === 1) {
        await store.update([{ id: underWay, record: link(ended(RUNS - 1)) as Record<string, { value: unknown }> }]);
        await store.add(link(ended(RUNS)));
      }
      return page;
    },
  };
  expect(await checkHistory(busy, () => undefined)).toMatchObject({ holds: { runs: RUNS }, unfinished: 0, breaks: [] });
  expect(pages).toBe(4);
});

it("names what does not fit at a second look, too", async () => {
  const { store, begun, remove } = await historyOf(3);
  await store.add(begun(4));
  remove("2");
  const { breaks, unfinished } = await checkHistory(store, () => undefined);
  expect({ breaks, unfinished }).toMatchObject({
    breaks: [{ kind: "missing", run: { recordId: "3" } }],
    unfinished: 1,
  });
});
