import { beforeAll, beforeEach, expect, test } from "vitest";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { values } from "../../contracts/sink-form";
import type { Effect } from "../../emulator/faults/faults";
import { localKintone } from "../local-kintone";

const kintone = localKintone();
const written = () => [...(kintone.domain.apps.get(1)?.records.ascending() ?? [])].map(({ values: cells }) => cells.a);
const A = { appId: "1" };
const inRun = (stop: AbortSignal) =>
  createRestSink(
    createRunConnection(kintone.connection.as("admin"), {
      ...{ requestsAtOnce: 4, signal: stop, retry: { minTimeout: 1, maxTimeout: 4 } },
    }).writing,
  );

beforeAll(() => {
  const properties = { a: { type: "SINGLE_LINE_TEXT", code: "a", label: "a" } };
  kintone.domain.addApp({ id: 1, name: "検査", creator: "admin", properties });
});
beforeEach(() => kintone.domain.faults.clear());

test("a batch that is under way when the run is cancelled comes to its end, once", async () => {
  const stop = new AbortController();
  kintone.domain.faults.add({
    when: { method: "POST", path: "records.json" },
    do: { kind: "latency", milliseconds: 50 },
  });
  const adding = inRun(stop.signal).add(A, [values({ a: "once" })]);
  await expect.poll(() => kintone.domain.faults.list()[0]?.seen).toBe(1);
  stop.abort();
  expect((await adding).outcome).toBe("done");
  expect(written()).toEqual(["once"]);
});

const lost: Array<[string, Effect]> = [
  [
    "502 of a gateway",
    { kind: "answer", status: 502, contentType: "text/html", body: "<p>Bad Gateway</p>", after: true },
  ],
  ["504 of a gateway", { kind: "too-much", bytes: 1 }],
  ["an answer that breaks off", { kind: "truncate", bytes: 5 }],
  ["JSON that is cut off", { kind: "truncate", bytes: 5, quiet: true }],
  ["an answer without ids", { kind: "answer", status: 200, body: "{}", after: true }],
];
test.each(lost)("a batch that was added, and answered with %s, is added once and unknown", async (_how, effect) => {
  const before = written().length;
  kintone.domain.faults.add({ when: { method: "POST", path: "records.json" }, do: effect });
  expect((await inRun(new AbortController().signal).add(A, [values({ a: "lost" })])).outcome).toBe("unknown");
  expect(written()).toHaveLength(before + 1);
});
