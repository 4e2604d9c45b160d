import { beforeEach, expect, it } from "vitest";
import type { RunProgress } from "../../../src/backup/run-progress";
import type { OverBudget } from "../../../src/domain/request-budget";
import type { App } from "../../emulator/domain/app";
import { labFeatures } from "../../emulator/domain/lab";
import { happen } from "../../emulator/faults/events";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import { type BackedUpKintone, type RunChanges, backedUpKintone, target } from "./run-against";

const DAY = 86_400_000;
/** It is always shortly before 9:00 in Japan. */
let now: number;
const clock = () => new Date(now);
const kintone: BackedUpKintone = backedUpKintone(clock);
const { domain } = kintone;
beforeEach(() => {
  domain.apps.clear();
  domain.refusesBeyond = Infinity;
  // Where these are off, the local kintone counts no request for them as one of the app; whether kintone does is not known.
  for (const feature of labFeatures) domain.lab.add(feature);
  now = Date.parse("2026-11-23T08:59:59.990+09:00");
});

/** Another day comes as soon as a run that is held back has used up all that it may ask of the app; kintone would refuse more. */
function passingDays(app: App, perAppAndDay: number, overBudget: OverBudget) {
  let isHeldBack = false;
  const usedOnDays: number[] = [];
  const told: Array<NonNullable<RunProgress["heldBack"]>> = [];
  if (overBudget !== "go-on") domain.refusesBeyond = perAppAndDay;
  const changes: RunChanges = {
    options: { requestLimits: { perAppAndDay, overBudget } },
    now() {
      if (isHeldBack && app.requests >= perAppAndDay) {
        usedOnDays.push(app.requests);
        now += DAY;
      }
      return clock();
    },
    report({ heldBack }) {
      isHeldBack = heldBack !== undefined;
      if (heldBack) told.push(heldBack);
    },
  };
  return { changes, told, usedOnDays: () => [...usedOnDays, app.requests] };
}

function commentedApp(records: number): App {
  const app = addInspections(domain, { records });
  // Each fiftieth has one already.
  for (let id = 1; id <= records; id += 1) {
    if (id % 50 !== 0) app.addComment(id, { text: `コメント ${id}`, creator: "admin" });
  }
  return app;
}

it("whoever continues tomorrow gets all comments, as many a day as there may be", async () => {
  const app = commentedApp(60);
  const days = passingDays(app, 50, "pause");
  const run = await kintone.backUp([target(app.id)], days.changes);
  expect(run.problems).toEqual([]);
  expect(run.facts(String(app.id)).comments).toEqual({ written: 60 });
  const used = days.usedOnDays();
  expect(run.outcome.results[0]?.requestsOfLastDay).toBe(used.at(-1));
  expect(used.length).toBeGreaterThan(2);
  expect(used.slice(0, -1)).toEqual(used.slice(0, -1).map(() => 50));
  expect(days.told[0]).toEqual({
    apps: [{ appId: String(app.id), appName: `App ${app.id}` }],
    until: new Date("2026-11-23T09:00:00+09:00"),
    survives: false,
  });
  expect(run.log).toContain(
    `The 50 API requests that backups may make of app "App ${app.id}" (ID ${app.id}) in a day are used up`,
  );
  expect(run.log).not.toContain("more than the 50");
  await expectAgreement(run, kintone, { appId: app.id });
});

it.each<OverBudget>(["stop", "without-comments"])(
  "settings, records and attachments wait as well when comments are cut: %s",
  async (overBudget) => {
    const app = addInspections(domain, { records: 40 });
    const days = passingDays(app, 20, overBudget);
    const run = await kintone.backUp([target(app.id)], days.changes);
    expect(Math.max(...days.usedOnDays())).toBe(20);
    expect(run.outcome.results).toMatchObject([{ records: 40 }]);
    expect(new Set(run.problems)).toEqual(new Set(["OVER_BUDGET"]));
    expect(run.facts(String(app.id)).attachments.written).toBe(run.facts(String(app.id)).attachments.expected);
  },
);

it("whoever goes on beyond it does not wait", async () => {
  const app = addInspections(domain, { records: 40 });
  const days = passingDays(app, 20, "go-on");
  const run = await kintone.backUp([target(app.id)], days.changes);
  expect([run.problems, days.told]).toEqual([[], []]);
  expect(run.log).toContain("more than the 20 that they may make in a day");
});

it("what is changed while an app waits is read again", async () => {
  const app = commentedApp(30);
  const days = passingDays(app, 30, "pause");
  const { report } = days.changes;
  let changed = false;
  const run = await kintone.backUp([target(app.id)], {
    ...days.changes,
    report(progress) {
      report?.(progress);
      if (!progress.heldBack || changed) return;
      changed = true;
      const record = { 品番: { value: "N-1" } };
      happen({ name: "record-changed", app: app.id, id: 1, record }, domain, undefined as never);
    },
  });
  expect(run.problems).toEqual([]);
  await expectAgreement(run, kintone, { appId: app.id });
});

it("the other apps go on meanwhile, however many they are", async () => {
  const [first, ...others] = [60, ...Array<number>(9).fill(2)].map(commentedApp) as [App, ...App[]];
  const days = passingDays(first, 50, "pause");
  const { report } = days.changes;
  let readMeanwhile = 0;
  const include = { records: true, attachments: true, comments: true, settings: false, administration: false };
  const targets = [first, ...others].map(({ id }) => target(id, { include }));
  const run = await kintone.backUp(targets, {
    ...days.changes,
    now() {
      if (readMeanwhile === others.length && first.requests >= 50) now += DAY;
      return clock();
    },
    report(progress) {
      report?.(progress);
      readMeanwhile = others.filter(({ requests }) => requests >= 12).length;
    },
  });
  expect(run.problems).toEqual([]);
  expect(run.outcome.results.map(({ target: { appId } }) => appId)).toEqual(
    [first, ...others].map(({ id }) => String(id)),
  );
});

it("a kintone that refuses what is less than the budget fails only the apps that it refuses, and they say so", async () => {
  const [refused, small] = [commentedApp(60), addInspections(domain, { records: 1 })];
  domain.refusesBeyond = 60;
  const include = { records: true, attachments: true, comments: true, settings: false, administration: false };
  const run = await kintone.backUp([refused, small].map(({ id }) => target(id, { include })));
  expect(run.outcome.results.map(({ status }) => status)).toEqual(["partial", "success"]);
  expect(run.problems).toContain("TOO_MANY_REQUESTS");
});
