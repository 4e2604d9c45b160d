import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import type { Effect } from "../../emulator/faults/faults";
import { expectAgreement } from "./agreement";
import type { SeenRequest } from "./listening";
import { createMortalProcess } from "./mortal";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());
afterEach(() => domain.faults.clear());

/** About this much has a record of the app beside its text. */
const AROUND = 800;

/** @param text how many letters the text of a record has */
function addApp(records: number, text: (id: number) => number): App {
  const app = domain.addApp({
    ...{ name: "議事録", creator: "admin" },
    properties: { 本文: { type: "MULTI_LINE_TEXT", code: "本文", label: "本文" } },
  });
  for (let id = 1; id <= records; id += 1) app.addRecord({ 本文: { value: "x".repeat(text(id)) } });
  return app;
}

/** Whole pages of records, and lists of their revisions, are spoiled alike; so is the look at the newest. */
function spoil(effect: Effect): void {
  domain.faults.add({ when: { method: "GET", path: "records.json" }, do: effect });
}

const onlyRecords = { records: true, attachments: false, comments: false, settings: false, administration: false };

/** Backs the app up, and notes how many records were asked for at a time. */
async function backUp(app: App, changes: RunChanges = {}) {
  const asked: Array<{ purpose: string; limit: number }> = [];
  const before = async (request: SeenRequest) => {
    await changes.before?.(request);
    const limit = /limit (\d+)$/.exec(request.parameter("query") ?? "")?.[1];
    if (limit) asked.push({ purpose: request.purpose, limit: Number(limit) });
  };
  const run = await kintone.backUp([target(app.id, { include: onlyRecords })], { ...changes, before });
  const limits = (purpose: string) => asked.flatMap((one) => (one.purpose === purpose ? [one.limit] : []));
  return { ...run, limits };
}

/**
 * Asked of a kintone that is well again. What pages leave out would be found by the comparison in the end, and hidden by it: so nothing
 * may have been read anew, unless it was changed on purpose.
 */
async function expectAgreed(run: FinishedRun, { id: appId }: App, changed = 0): Promise<void> {
  domain.faults.clear();
  await expectAgreement(run, kintone, { appId });
  const found = Object.values(run.facts(String(appId)).changedMeanwhile);
  expect(found.reduce((sum, count) => sum + count, 0)).toBe(changed);
}

const falls = (limits: readonly number[]) =>
  limits.every((limit, at) => at === 0 || limit <= (limits[at - 1] as number));

describe("pages that are too much for kintone's gateway", () => {
  it("are asked for with fewer records, down to what it bears, and all records are there", async () => {
    const app = addApp(620, () => 100);
    spoil({ kind: "too-much", bytes: 120 * AROUND });
    const run = await backUp(app);
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app);
    // Twice each, as a server's error may be chance; what the sample found out, the pages need not find out again.
    expect(run.limits("sample")).toEqual([500, 500, 250, 250, 100]);
    expect(new Set(run.limits("page"))).toEqual(new Set([100]));
  });

  it("stay small for the rest of the app, whatever is asked for at the same time", async () => {
    // Only the oldest records are long.
    const app = addApp(1200, (id) => (id <= 400 ? 2000 : 1));
    spoil({ kind: "too-much", bytes: 150 * (2000 + AROUND) });
    const run = await backUp(app);
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app);
    const limits = run.limits("page");
    expect([limits[0], limits.at(-1), Math.min(...limits)]).toEqual([500, 100, 100]);
    expect(limits.lastIndexOf(500)).toBeLessThan(limits.indexOf(100));
    expect(run.log.split("\n").filter((line) => line.includes("too much"))).toEqual([
      expect.stringMatching(/ 500 records of .* at a time were too much.* read 250 at a time\.$/),
      expect.stringMatching(/ 250 records of .* at a time were too much.* read 100 at a time\.$/),
    ]);
  });

  it("of revisions are asked for with fewer, too", async () => {
    const app = addApp(620, () => 1);
    const run = await backUp(app, {
      before(request) {
        // From the comparison on.
        if (request.purpose === "versions" && request.nth === 1) spoil({ kind: "too-much", bytes: 30_000 });
      },
    });
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app);
    expect(new Set(run.limits("versions"))).toEqual(new Set([500, 250]));
  });

  it("of single records that changed are asked for in halves", async () => {
    const app = addApp(300, () => 1);
    const run = await backUp(app, {
      before(request) {
        if (request.purpose !== "versions" || request.nth > 1) return;
        for (let id = 1; id <= 150; id += 1) {
          const record = { 本文: { value: "y".repeat(3000) } };
          happen({ name: "record-changed", app: app.id, id, record }, domain, undefined as never);
        }
        spoil({ kind: "too-much", bytes: 40 * (3000 + AROUND) });
      },
    });
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app, 150);
    expect(run.limits("by-id").length).toBeGreaterThan(6);
  });
});

describe("a record that is too much by itself", () => {
  /** Where it lies: in the middle, the very first, the newest, which is also looked at first. */
  it.each([333, 1, 620])("is named, and all others are there: %i", async (monster) => {
    const app = addApp(620, (id) => (id === monster ? 60_000 : 1));
    spoil({ kind: "too-much", bytes: 50_000 });
    const run = await backUp(app);
    const folder = String(app.id);
    expect(run.outcome.status).toBe("partial");
    expect(run.outcome.results[0]!.problems).toMatchObject([
      { step: "records", error: { code: "UNAVAILABLE", facts: { app: folder, record: String(monster) } } },
    ]);
    expect(run.facts(folder)).toMatchObject({ records: { expected: 620, written: 619 } });
    expect(run.facts(folder).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "records", record: String(monster) }),
    );
    const ids = (await run.records(folder)).map(({ $id }) => Number($id?.value));
    expect(ids).toEqual(Array.from({ length: 620 }, (_, index) => index + 1).filter((id) => id !== monster));
  });

  /** Does something once, when the record was found to be too much and all was read: at the comparison. */
  function afterwards(monster: number, act: () => void): Required<Pick<RunChanges, "before">> {
    let isNamed = false;
    let isDone = false;
    return {
      before({ purpose, parameter }) {
        if (purpose !== "versions" || isDone) return;
        if (parameter("query")?.includes(`> ${monster - 1}`)) isNamed = true;
        else if (isNamed) {
          isDone = true;
          act();
        }
      },
    };
  }

  it.each([
    ["shortened: it is there", { name: "record-changed", record: { 本文: { value: "short" } } }],
    ["deleted: nothing is missing", { name: "record-deleted" }],
  ] as const)("may meanwhile be %s", async (_what, event) => {
    const app = addApp(620, (id) => (id === 333 ? 60_000 : 1));
    spoil({ kind: "too-much", bytes: 50_000 });
    const act = () => happen({ ...event, app: app.id, id: 333 }, domain, undefined as never);
    const run = await backUp(app, afterwards(333, act));
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app, event.name === "record-changed" ? 1 : 0);
    expect(run.outcome.records).toBe(event.name === "record-changed" ? 620 : 619);
  });

  it("is no matter of the record when none of the last ones came", async () => {
    const app = addApp(60, () => 3000);
    spoil({ kind: "too-much", bytes: 2500 });
    const run = await backUp(app);
    expect(run.outcome.results[0]).toMatchObject({ status: "failed", records: 0 });
    expect(run.outcome.results[0]!.problems.map(({ error }) => error.answer?.status)).toContain(504);
    expect(run.facts(String(app.id)).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "records", text: expect.stringContaining("504") as string }),
    );
  });
});

it("pages that fall silent are asked for with fewer records", async () => {
  const app = addApp(620, () => 100);
  spoil({ kind: "silent", bytes: 120 * AROUND });
  const run = await backUp(app, { silence: { answer: 1000 } });
  expect(run.problems).toEqual([]);
  await expectAgreed(run, app);
  expect(run.limits("sample").slice(0, 3)).toEqual([500, 250, 100]);
});

describe("answers that are larger than may be held", () => {
  const limits = { most: 60_000, mostOfDivisible: 40_000 };

  it("are asked for with fewer records", async () => {
    const app = addApp(120, () => 1000);
    const run = await backUp(app, { answerLimits: limits });
    expect(run.problems).toEqual([]);
    await expectAgreed(run, app);
    expect(run.limits("sample")).toEqual([500, 250, 100, 20]);
    expect(falls(run.limits("page"))).toBe(true);
  });

  it("of one record are named as what they are", async () => {
    const app = addApp(120, (id) => ({ 70: 100_000, 71: 50_000 })[id] ?? 100);
    const run = await backUp(app, { answerLimits: limits });
    expect(run.outcome.results[0]!.problems).toMatchObject([
      { step: "records", error: { code: "ANSWER_TOO_LARGE", facts: { record: "70", expected: 60_000 } } },
    ]);
    expect(run.facts(String(app.id)).records).toEqual({ expected: 120, written: 119 });
    expect(run.log).toContain("is too large (limit: 58.6 kB), so record 70 of app");
  });
});

describe("the first page", () => {
  it.each([
    ["light", 10, 500],
    ["of 20,000 letters", 20_000, 250],
    ["of 50,000 letters", 50_000, 100],
  ])("has as many records as their weight lets expect: %s", async (_what, letters, limit) => {
    const app = addApp(30, () => letters);
    const run = await backUp(app);
    expect(new Set(run.limits("page"))).toEqual(new Set([limit]));
    await expectAgreed(run, app);
  });
});

describe("a run that was killed while pages became smaller", () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "heavy-"));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  async function attempt(app: App, lifetime: number) {
    const life = createMortalProcess(lifetime);
    const workspace = await createFolderWorkspace(parent, "run");
    const journal = await openFolderJournal<JournalLine>(join(parent, "run"), {});
    const ended = backUp(app, {
      ...{ workspace: life.workspace(workspace), journal: life.journal(journal), delivering: life.step },
      before: life.step,
    });
    return { run: await Promise.race([ended, life.killed.then(() => undefined)]), steps: life.steps };
  }

  it.each([0.5, 0.8])("takes no page for all of its range that was smaller than the others: %d", async (share) => {
    const app = addApp(1200, (id) => ({ 700: 500_000 })[id] ?? (id <= 400 ? 2000 : 1));
    const heavy = () => spoil({ kind: "too-much", bytes: 150 * (2000 + AROUND) });
    heavy();
    const { steps } = await attempt(app, Infinity);
    await rm(parent, { recursive: true, force: true });
    await attempt(app, Math.floor(share * steps));
    // The second attempt meets a kintone that is well.
    domain.faults.clear();
    const { run } = await attempt(app, Infinity);
    expect(run!.problems).toEqual([]);
    await expectAgreed(run!, app);
  });
});
