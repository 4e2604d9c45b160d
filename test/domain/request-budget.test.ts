import { expect, it } from "vitest";
import { createRequestBudget, defaultBudget } from "../../src/domain/request-budget";
import { dayOf } from "../../src/domain/requests";
import { counted } from "../../src/kintone/connection/counted";

const LAST_MINUTE = new Date("2026-11-22T23:59:00Z");
const NINE_IN_JAPAN = new Date("2026-11-23T09:00:00+09:00");

it("is half of what the course bears, and of an unknown one, of the smaller", () => {
  expect([defaultBudget("standard"), defaultBudget("wide"), defaultBudget()]).toEqual([5000, 50_000, 5000]);
});

it("begins anew at 9:00 in Japan, for what earlier runs used and for what this one did", async () => {
  const time = { now: LAST_MINUTE };
  const answer = { json: async () => ({}) as never, stream: async () => ({}) as never, upload: async () => "" };
  const { connection, requestsToday, requestsOf, today } = counted(answer, () => time.now);
  const budget = createRequestBudget(
    { perAppAndDay: 100, overBudget: "stop" },
    { day: dayOf(LAST_MINUTE), of: (appId) => (appId === "12" ? 30 : 0) },
    { today, requestsToday },
  );
  const ask = () => connection.json({ method: "GET", path: "records", query: { app: "12" } });
  await ask();
  await ask();
  expect([budget.left("12"), budget.left("13")]).toEqual([68, 100]);

  time.now = NINE_IN_JAPAN;
  expect([budget.usedBefore("12"), budget.left("12")]).toEqual([0, 100]);
  await ask();
  expect([budget.left("12"), requestsOf("12"), requestsToday("12")]).toEqual([99, 3, 1]);
});

it("is never less than nothing", () => {
  const used = { day: "2026-11-22", of: () => 70 };
  const counts = { today: () => "2026-11-22", requestsToday: () => 5 };
  const budget = createRequestBudget({ perAppAndDay: 60, overBudget: "stop" }, used, counts);
  expect(budget.left("12")).toBe(0);
});
