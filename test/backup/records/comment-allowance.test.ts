import { describe, expect, it } from "vitest";
import { createCommentAllowance } from "../../../src/backup/comments/comment-allowance";
import type { OverBudget } from "../../../src/domain/request-budget";

/** What everything else of an app with 10 records takes. */
const foreseen = { records: 10, requests: 7, atTheEnd: 6 };

function allowanceOf(left: number, first = 0, overBudget: OverBudget = "stop") {
  let made = 0;
  const budget = { perAppAndDay: left, overBudget, usedBefore: () => 0, left: () => Math.max(0, left - made) };
  const allowance = createCommentAllowance("12", foreseen, { before: 0, first }, { budget, requestsOf: () => made });
  const request = async () => {
    made += 1;
  };
  const read = (turn: "first" | "then", requests = 1, really = requests) =>
    allowance.ofRecord({ turn, requests }, async (ask) => {
      for (let page = 0; page < really; page += 1) await ask(request);
    });
  return { allowance, read, other: request, made: () => made };
}

const refused = { code: "OVER_BUDGET", facts: { app: "12" } };

describe("the requests that comments may cost", () => {
  it("leave what records take, however many are asked for at a time", async () => {
    const { read, made } = allowanceOf(27);
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => read("first")));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    expect(made()).toBe(20);
  });

  it("do not shrink when records are read, as that was foreseen", async () => {
    const { allowance, other } = allowanceOf(27);
    expect(allowance.room()).toBe(20);
    await other();
    expect(allowance.room()).toBe(20);
  });

  it("are kept for those that come first, until they came", async () => {
    const { read } = allowanceOf(12, 3);
    await read("then");
    await read("then");
    await expect(read("then")).rejects.toMatchObject(refused);
    for (let count = 0; count < 3; count += 1) await read("first");
    await expect(read("first")).rejects.toMatchObject(refused);
  });

  it("are none for a record that an earlier attempt of the run read; nothing is kept for it any more", async () => {
    const { read, made } = allowanceOf(12, 5);
    await read("first", 5, 0);
    for (let count = 0; count < 5; count += 1) await read("then");
    await read("first", 9, 0);
    expect(made()).toBe(5);
  });

  it("are claimed for a whole record: none is begun that could not be ended", async () => {
    const { read, made } = allowanceOf(12);
    await expect(read("first", 6)).rejects.toMatchObject(refused);
    expect(made()).toBe(0);
    await Promise.all([read("first", 3), read("first", 2)]);
    expect(made()).toBe(5);
  });

  it("end where a record turns out to have more than was foreseen; what it did not need is given back", async () => {
    const { read, made } = allowanceOf(12);
    await expect(read("first", 1, 9)).rejects.toMatchObject(refused);
    expect(made()).toBe(5);
    const other = allowanceOf(12);
    await other.read("first", 5, 1);
    await other.read("first", 4);
    expect(other.made()).toBe(5);
  });

  it("are none where comments are left out for want of some, all where they suffice or are allowed", async () => {
    const [closed, open, endless] = [
      allowanceOf(16, 0, "without-comments"),
      allowanceOf(17, 0, "without-comments"),
      allowanceOf(1, 0, "go-on"),
    ];
    expect(closed.allowance.room()).toBe(0);
    await expect(closed.read("first")).rejects.toMatchObject(refused);
    expect(open.allowance.room()).toBe(10);
    await endless.read("first", 50);
    expect(endless.made()).toBe(50);
  });
});
