import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { openArchive } from "../../../src/archive/reading/open-archive";
import type { Target } from "../../../src/domain/target";
import { happen } from "../../emulator/faults/events";
import { actsOn, perform } from "./acts";
import { addInspections, newFile } from "./inspections";
import type { Purpose } from "./listening";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const include = { records: true, attachments: true, comments: false, settings: true, administration: true };

/** A run that takes from another one, and what it asked kintone for. */
async function after(earlier: FinishedRun, targets: Target[], changes: RunChanges = {}) {
  const asked: Partial<Record<Purpose, number>> = {};
  const previous = await openArchive(earlier.volumes.map(({ name, file }) => ({ name, source: file })));
  if (!previous) throw new Error("The earlier archive cannot be opened");
  const run = await kintone.backUp(targets, {
    ...changes,
    previous,
    before({ purpose }) {
      asked[purpose] = (asked[purpose] ?? 0) + 1;
    },
  });
  return { run, asked };
}

/** To the last byte, the manifest included. */
function expectSame(run: FinishedRun, fresh: FinishedRun): void {
  expect(run.problems).toEqual([]);
  expect([...run.contents.keys()].sort()).toEqual([...fresh.contents.keys()].sort());
  for (const [path, bytes] of run.contents) {
    expect([path, Buffer.from(bytes).equals(fresh.contents.get(path) as Uint8Array)]).toEqual([path, true]);
  }
}

describe("an archive that takes over what has not changed", () => {
  it.each([false, true])(
    "is the one that would be read afresh, whatever people did (comments: %s)",
    async (comments) => {
      const acts = fc.array(actsOn(130), { maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(acts, fc.constantFrom("", '判定 in ("良")'), async (done, query) => {
          domain.apps.clear();
          const app = addInspections(domain, { records: 130 });
          const targets = [target(app.id, { query, include: { ...include, comments } })];
          const earlier = await kintone.backUp(targets);
          for (const act of done) perform(domain, app, act);
          const { run } = await after(earlier, targets);
          expectSame(run, await kintone.backUp(targets));
        }),
        { numRuns: 4, seed: 20261124 },
      );
    },
  );

  it("asks for neither records nor files when nothing has changed, and does so again and again", async () => {
    const targets = [target(addInspections(domain, { records: 620 }).id, { include })];
    const fresh = await kintone.backUp(targets);
    const second = await after(fresh, targets);
    const third = await after(second.run, targets);
    for (const { run, asked } of [second, third]) {
      expectSame(run, fresh);
      expect(asked).toMatchObject({ versions: 2, sample: 1 });
      expect([asked.page, asked.file, asked["by-id"]]).toEqual([undefined, undefined, undefined]);
    }
    expect(second.run.log).toContain("620 records were taken from the previous backup");
  });

  it("asks for what has changed only: one record, and its files", async () => {
    const app = addInspections(domain, { records: 620 });
    const targets = [target(app.id, { include })];
    const fresh = await kintone.backUp(targets);
    const files = { 添付: { value: [newFile(domain, "図面.txt", "another drawing")] } };
    happen({ name: "record-changed", app: app.id, id: 40, record: files }, domain, undefined as never);
    const { run, asked } = await after(fresh, targets);
    expect([asked["by-id"], asked.file, asked.page]).toEqual([1, 2, undefined]);
    expect(run.text(`${app.id}/attachments/添付-40/図面.txt`)).toBe("another drawing");
    expect(run.facts(String(app.id)).changedMeanwhile).toEqual({ added: 0, changed: 0, deleted: 0 });
    expectSame(run, await kintone.backUp(targets));
  });
});

describe("records are read afresh", () => {
  it("when the app's settings changed; their files are taken over", async () => {
    const app = addInspections(domain, { records: 60 });
    const targets = [target(app.id, { include })];
    const earlier = await kintone.backUp(targets);
    app.change({ general: { ...app.preview.general, description: "changed" } });
    app.deploy("admin");
    const { run, asked } = await after(earlier, targets);
    expect([asked.page, asked.file]).toEqual([2, undefined]);
    expectSame(run, await kintone.backUp(targets));
  });

  it("when somebody was renamed: no revision tells of that", async () => {
    const targets = [target(addInspections(domain, { records: 60 }).id, { include })];
    const earlier = await kintone.backUp(targets);
    const person = domain.people.users.get("admin")!;
    const { name } = person;
    Object.assign(person, { name: "新しい名前" });
    const { run, asked } = await after(earlier, targets);
    const fresh = await kintone.backUp(targets);
    Object.assign(person, { name });
    expect(asked.page).toBe(2);
    expectSame(run, fresh);
  });

  it.each([
    ["other fields are left out", { excludedFields: ["数量"] }],
    ["the condition is another", { query: '判定 in ("良")' }],
    ["comments are wanted, which raise no revision", { include: { ...include, comments: true } }],
  ])("when %s", async (_, changes) => {
    const { id } = addInspections(domain, { records: 60 });
    const earlier = await kintone.backUp([target(id, { include })]);
    const targets = [target(id, { include, ...changes })];
    const { run, asked } = await after(earlier, targets);
    expect([asked.page, asked.file]).toEqual([2, undefined]);
    expectSame(run, await kintone.backUp(targets));
  });
});

it("a previous archive whose bytes are not what its manifest says makes no backup that counts", async () => {
  const app = addInspections(domain, { records: 60 });
  const targets = [target(app.id, { include })];
  const earlier = await kintone.backUp(targets);
  const [volume] = earlier.volumes;
  const bytes = await volume!.file.bytes(0, volume!.file.size);
  const at = Buffer.from(bytes).indexOf("drawing 20");
  expect(at).toBeGreaterThan(0);
  bytes[at] = bytes[at]! ^ 1;
  const spoiled = {
    ...volume!,
    file: { ...volume!.file, bytes: async (start: number, end: number) => bytes.slice(start, end) },
  };
  const { run } = await after({ ...earlier, volumes: [spoiled] }, targets);
  expect(run.outcome.status).toBe("failed");
  expect(run.problems).toContain("ARCHIVE_DAMAGED");
});

it("of an archive of which a volume is missing, nothing is taken", async () => {
  const targets = [target(addInspections(domain, { records: 60 }).id, { include })];
  const options = { volumeLimits: { maxEntries: 12, maxBytes: 1024 ** 3 } };
  const { volumes } = await kintone.backUp(targets, { options });
  expect(volumes.length).toBeGreaterThan(2);
  const named = volumes.map(({ name, file }) => ({ name, source: file }));
  expect(await openArchive(named)).toBeDefined();
  for (const missing of named) {
    expect(await openArchive(named.filter((volume) => volume !== missing))).toBeUndefined();
  }
});
