import { beforeEach, describe, expect, it } from "vitest";
import { type ArchivedEntry, openArchive, type OpenArchive } from "../../../src/archive/reading/open-archive";
import { BackupError } from "../../../src/domain/errors";
import type { OverBudget } from "../../../src/domain/request-budget";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import { addInspections } from "./inspections";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const include = { records: true, attachments: false, comments: true, settings: false, administration: false };
const EARLIER = "2026-11-20T03:00:00.000Z";

function commentedApp(records: number): App {
  const app = addInspections(domain, { records });
  for (let id = 1; id <= records; id += 1) comment(app, id, "erst");
  return app;
}

const comment = (app: App, id: number, text: string) => app.addComment(id, { text, creator: "admin" });

const change = (app: App, id: number) =>
  happen(
    { name: "record-changed", app: app.id, id, record: { 品番: { value: `N-${id}` } } },
    domain,
    undefined as never,
  );

/** A run within a budget that takes from another one, as it was read on some day. */
async function after(
  earlier: FinishedRun,
  app: App,
  {
    readAt = EARLIER,
    perAppAndDay = 80,
    overBudget = "stop",
    ...changes
  }: RunChanges & {
    readAt?: string;
    perAppAndDay?: number;
    overBudget?: OverBudget;
    changed?: (previous: OpenArchive) => OpenArchive;
  },
): Promise<FinishedRun & { made: number }> {
  const opened = await openArchive(earlier.volumes.map(({ name, file }) => ({ name, source: file })));
  if (!opened) throw new Error("The earlier archive cannot be opened");
  const dated: OpenArchive = {
    ...opened,
    target(folder) {
      const found = opened.target(folder);
      return found && { ...found, readAt };
    },
  };
  const before = app.requests;
  const run = await kintone.backUp([target(app.id, { include })], {
    ...changes,
    previous: changes.changed?.(dated) ?? dated,
    options: { requestLimits: { perAppAndDay, overBudget } },
  });
  return { ...run, made: app.requests - before };
}

/** The archive with something else in the place of a file. */
function withFile(path: string, open: (entry: ArchivedEntry) => ReturnType<ArchivedEntry["open"]>) {
  return (archive: OpenArchive): OpenArchive => ({
    ...archive,
    target(folder) {
      const found = archive.target(folder)!;
      const entry = found.entries.get(path)!;
      return { ...found, entries: new Map([...found.entries, [path, { ...entry, open: () => open(entry) }]]) };
    },
  });
}

/** The texts of each record's comments. */
function commentsIn(run: FinishedRun, app: App): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const line of run.text(`${app.id}/comments.jsonl`).split("\n").filter(Boolean)) {
    const { record, comment: own } = JSON.parse(line) as { record: string; comment: { text: string } };
    found.set(Number(record), [...(found.get(Number(record)) ?? []), own.text.trim()]);
  }
  return found;
}

const factsOf = (run: FinishedRun, app: App) => run.facts(String(app.id)).comments;

/** Of every record, whether its comments are those of now. */
const isNew = (run: FinishedRun, app: App, id: number) => commentsIn(run, app).get(id)?.includes("zweit") === true;

async function fresh(app: App): Promise<FinishedRun> {
  return kintone.backUp([target(app.id, { include })]);
}

describe("comments that are too many for a day are taken over from the previous archive", () => {
  it("but for records that are new or changed; what is told says of when they are", async () => {
    const app = commentedApp(120);
    const earlier = await fresh(app);
    for (let id = 1; id <= 120; id += 1) comment(app, id, "zweit");
    change(app, 118);
    const { id: added } = app.addRecord({});
    comment(app, added, "zweit");
    const run = await after(earlier, app, {});

    expect(run.made).toBeLessThanOrEqual(80);
    expect(run.problems).toEqual([]);
    expect(run.outcome.status).toBe("success");
    expect([118, added].map((id) => isNew(run, app, id))).toEqual([true, true]);
    const read = [...Array(121).keys()].map((at) => at + 1).filter((id) => isNew(run, app, id));
    expect(read.length).toBeGreaterThan(40);
    expect(commentsIn(run, app).size).toBe(121);
    expect(factsOf(run, app).takenOver).toEqual([
      { readAt: EARLIER, records: 121 - read.length, ids: expect.any(Array) as unknown },
    ]);
    expect(run.outcome.results[0]?.accepted.map(({ error }) => [error.code, error.facts.actual])).toEqual([
      ["COMMENTS_TAKEN_OVER", 121 - read.length],
    ]);
    expect(run.log).toContain(`The comments of ${121 - read.length} records of app ${app.id} are taken from earlier`);
    expect(run.text("README.txt")).toContain(
      `Comments of ${121 - read.length} record(s) are taken from earlier backups`,
    );
  });

  it("the oldest are read first, day after day, until all are new", async () => {
    const app = commentedApp(150);
    const first = await fresh(app);
    for (let id = 1; id <= 150; id += 1) comment(app, id, "zweit");
    const second = await after(first, app, {});
    const third = await after(second, app, { readAt: "2026-11-21T03:00:00.000Z" });
    const fourth = await after(third, app, { readAt: "2026-11-22T03:00:00.000Z" });
    const news = [second, third, fourth].map((run) => [...Array(150).keys()].filter((at) => isNew(run, app, at + 1)));
    expect(news.map(({ length }) => length)).toEqual([
      news[0]!.length,
      expect.toSatisfy((length: number) => length > news[0]!.length + 40),
      150,
    ]);
    expect(factsOf(third, app).takenOver?.map(({ readAt }) => readAt)).toEqual([EARLIER, "2026-11-21T03:00:00.000Z"]);
    expect(Math.max(second.made, third.made, fourth.made)).toBeLessThanOrEqual(80);
  });

  it("in the end all of them, also where they take several requests each", async () => {
    const app = addInspections(domain, { records: 36 });
    for (let id = 1; id <= 36; id += 1) for (let at = 0; at < 21; at += 1) comment(app, id, `erst ${at}`);
    let run = await fresh(app);
    for (let id = 1; id <= 36; id += 1) comment(app, id, "zweit");
    const news = () => [...Array(36).keys()].filter((at) => isNew(run, app, at + 1)).length;
    const read: number[] = [];
    for (let day = 1; day <= 4; day += 1) {
      const next = await after(run, app, { readAt: `2026-11-2${day}T03:00:00.000Z` });
      expect(next.made).toBeLessThanOrEqual(80);
      run = next;
      read.push(news());
    }
    expect(read).toEqual([expect.toSatisfy((count: number) => count > 12 && count < 36), ...[36, 36, 36]]);
  });

  it("what no run ever read is read before what one did, and is a gap until then", async () => {
    const app = commentedApp(150);
    const none = { requestLimits: { perAppAndDay: 80, overBudget: "stop" as const } };
    const first = await kintone.backUp([target(app.id, { include })], { options: none });
    const { unread } = factsOf(first, app);
    expect(unread?.records).toBeGreaterThan(80);
    const second = await after(first, app, {});
    expect(second.problems).toEqual(["OVER_BUDGET"]);
    const third = await after(second, app, {});
    expect(factsOf(third, app).unread).toBeUndefined();
    expect(commentsIn(third, app).size).toBe(150);
    expect(third.problems).toEqual([]);
  });

  it("all of them where the operator does without comments", async () => {
    const app = commentedApp(60);
    const earlier = await fresh(app);
    const run = await after(earlier, app, { perAppAndDay: 40, overBudget: "without-comments" });
    expect(factsOf(run, app)).toEqual({
      written: factsOf(earlier, app).written,
      takenOver: [{ readAt: EARLIER, records: 60, ids: [["1", "60"]] }],
    });
    expect(run.text(`${app.id}/comments.jsonl`)).toBe(earlier.text(`${app.id}/comments.jsonl`));
  });

  it("of records that are not there any more, none are", async () => {
    const app = commentedApp(60);
    const earlier = await fresh(app);
    for (const id of [1, 2, 30, 60]) app.records.delete(id);
    const run = await after(earlier, app, { perAppAndDay: 40, overBudget: "without-comments" });
    expect([...commentsIn(run, app).keys()]).toEqual(
      (await run.records(String(app.id))).map((record) => Number(record.$id?.value)),
    );
    expect(factsOf(run, app).takenOver).toMatchObject([{ records: 56, ids: [["3", "59"]] }]);
  });
});

describe("nothing is taken over", () => {
  it("where all comments can be read", async () => {
    const app = commentedApp(60);
    const earlier = await fresh(app);
    const run = await after(earlier, app, { perAppAndDay: 5000 });
    expect(run.text(`${app.id}/comments.jsonl`)).toBe(earlier.text(`${app.id}/comments.jsonl`));
    expect(factsOf(run, app)).toEqual(factsOf(earlier, app));
  });

  it("from a file that is not what the archive says it is", async () => {
    const app = commentedApp(60);
    const earlier = await fresh(app);
    const path = `${app.id}/comments.jsonl`;
    const forged = new TextEncoder().encode(earlier.text(path).replace("erst", "falsch"));
    const run = await after(earlier, app, {
      ...{ perAppAndDay: 40, overBudget: "without-comments" },
      changed: withFile(path, () => new Blob([forged]).stream()),
    });
    expect(factsOf(run, app)).toEqual({ written: 0, unread: { records: 60, ids: [["1", "60"]] } });
  });
});

it("a file that breaks while it is taken over is a gap of each record whose comments were to come", async () => {
  const app = commentedApp(60);
  const earlier = await fresh(app);
  const path = `${app.id}/comments.jsonl`;
  const lines = earlier.text(path);
  const half = new TextEncoder().encode(lines.slice(0, lines.indexOf('{"record":"31"')));
  let opened = 0;
  async function* broken() {
    yield half;
    throw new BackupError("ARCHIVE_DAMAGED", "The disk with the archive was taken out");
  }
  const run = await after(earlier, app, {
    ...{ perAppAndDay: 40, overBudget: "without-comments" },
    // Once it is read as a whole, to see whether it is what the manifest says.
    changed: withFile(path, (entry) => ((opened += 1) === 1 ? entry.open() : streamOf(broken()))),
  });
  // Nobody knows whether the last one before it broke was all of that record's.
  const gone = [...Array(31).keys()].map((at) => String(at + 30));
  const missing = run.facts(String(app.id)).missing.filter(({ what }) => what === "comments");
  expect(missing.flatMap(({ record }) => record ?? [])).toEqual(gone);
  expect([...commentsIn(run, app).keys()]).toEqual([...Array(30).keys()].map((at) => at + 1));
  expect(run.outcome.status).toBe("partial");
});

function streamOf(chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
