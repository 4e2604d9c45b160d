import { beforeEach, describe, expect, it } from "vitest";
import type { OverBudget, RequestLimits } from "../../../src/domain/request-budget";
import { dayOf } from "../../../src/domain/requests";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const limits = (perAppAndDay: number, overBudget: OverBudget = "stop"): { requestLimits: RequestLimits } => ({
  requestLimits: { perAppAndDay, overBudget },
});

const include = { records: true, attachments: false, comments: true, settings: false, administration: false };

/** Each of its records has a comment; the fiftieth ones do already. */
function commentedApp(records: number): App {
  const app = addInspections(domain, { records });
  for (let id = 1; id <= records; id += 1) {
    if (id % 50 !== 0) app.addComment(id, { text: `コメント ${id}`, creator: "admin" });
  }
  return app;
}

const linesIn = (text: string) => text.split("\n").filter((line) => line !== "");

describe("comments are read within what is left of the day's requests", () => {
  it("all of them where it suffices: nothing is said of a budget", async () => {
    const app = commentedApp(60);
    const everything = target(app.id, { include: { ...include, attachments: true } });
    const run = await kintone.backUp([everything], { options: limits(500) });
    expect(run.problems).toEqual([]);
    expect(run.log).not.toContain("that backups may make");
    expect(run.outcome.results[0]?.requests).toBe(app.requests);
    expect(run.facts(String(app.id)).comments).toEqual({ written: 60 });
    await expectAgreement(run, kintone, { appId: app.id });
  });

  it("else as many as there is room for, and names how many are missing and why", async () => {
    const app = commentedApp(120);
    const before = app.requests;
    const run = await kintone.backUp([target(app.id, { include })], { options: limits(80) });
    const made = app.requests - before;
    expect(made).toBeLessThanOrEqual(80);
    expect(made).toBeGreaterThan(60);
    const { comments, missing } = run.facts(String(app.id));
    expect(comments.written).toBeGreaterThan(40);
    expect(comments.unread).toEqual({ records: 120 - comments.written, ids: [[String(comments.written + 1), "120"]] });
    expect(run.outcome).toMatchObject({ status: "partial", results: [{ records: 120 }] });
    expect(run.problems).toEqual(["OVER_BUDGET"]);
    expect(missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "comments", text: expect.stringContaining("a day has 80") }),
    );
    expect(run.log).toContain(`takes at least ${120 + 3 + 5 + 2} API requests. Of the 80 that`);
    expect(run.log).toContain(
      `The comments of ${120 - comments.written} records of app ${app.id} are not in the backup`,
    );
    expect(run.text("README.txt")).toContain("Comments: ");
  });

  it("after what settings and attachments take, though they are read at the same time", async () => {
    const app = commentedApp(120);
    const before = app.requests;
    const run = await kintone.backUp([target(app.id)], { options: limits(150) });
    expect(app.requests - before).toBeLessThanOrEqual(150);
    expect(run.problems).toEqual(["OVER_BUDGET"]);
    expect(run.facts(String(app.id)).comments.written).toBeGreaterThan(20);
  });

  it("what earlier runs of the same day used is gone; of another day, it is not", async () => {
    const app = commentedApp(60);
    const used = (day: string) => async () => ({ day, of: (id: string) => (id === String(app.id) ? 470 : 0) });
    const run = await kintone.backUp([target(app.id, { include })], {
      options: limits(500),
      usedRequests: used(dayOf(new Date())),
    });
    expect(run.problems).toEqual(["OVER_BUDGET"]);
    expect(run.facts(String(app.id)).comments.written).toBeLessThan(25);
    const other = await kintone.backUp([target(app.id, { include })], {
      options: limits(500),
      usedRequests: used("2026-01-01"),
    });
    expect(other.problems).toEqual([]);
  });

  it("a long talk in one record is not begun into what others need", async () => {
    const app = addInspections(domain, { records: 3 });
    for (let number = 0; number < 900; number += 1) app.addComment(2, { text: `${number}`, creator: "admin" });
    app.addComment(3, { text: "kurz", creator: "admin" });
    const before = app.requests;
    const run = await kintone.backUp([target(app.id, { include })], { options: limits(60) });
    expect(app.requests - before).toBeLessThanOrEqual(60);
    expect(run.facts(String(app.id)).comments.unread).toMatchObject({ ids: [["2", "2"]] });
  });

  it("a record that changed meanwhile keeps the comments that were read when no request is left", async () => {
    const app = commentedApp(30);
    const before = app.requests;
    let changed = false;
    const run = await kintone.backUp([target(app.id, { include })], {
      options: limits(60),
      before({ purpose }) {
        if (purpose !== "versions" || changed) return;
        changed = true;
        for (let id = 1; id <= 30; id += 1) {
          happen(
            { name: "record-changed", app: app.id, id, record: { 品番: { value: `N-${id}` } } },
            domain,
            undefined as never,
          );
        }
      },
    });
    expect(changed).toBe(true);
    expect(app.requests - before).toBeLessThanOrEqual(60);
    expect(run.problems).toEqual([]);
    expect(linesIn(run.text(`${app.id}/comments.jsonl`))).toHaveLength(30);
  });
});

describe("whoever chose", () => {
  it("to go on gets everything, and the log tells how many requests it were", async () => {
    const app = commentedApp(60);
    const run = await kintone.backUp([target(app.id, { include })], { options: limits(40, "go-on") });
    expect(run.problems).toEqual([]);
    expect(run.facts(String(app.id)).comments).toEqual({ written: 60 });
    expect(run.log).toContain("more than the 40 that they may make in a day");
  });

  it("to do without comments gets none of an app that has too many, and all of the others", async () => {
    const [large, small] = [commentedApp(60), commentedApp(5)];
    const targets = [large, small].map(({ id }) => target(id, { include }));
    const run = await kintone.backUp(targets, { options: limits(40, "without-comments") });
    expect(run.facts(String(large.id)).comments).toEqual({ written: 0, unread: { records: 60, ids: [["1", "60"]] } });
    expect(run.facts(String(small.id)).comments).toEqual({ written: 5 });
    expect(run.problems).toEqual(["OVER_BUDGET"]);
  });
});
