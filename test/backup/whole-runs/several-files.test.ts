import { beforeEach, describe, expect, it } from "vitest";
import { type OpenArchive, openArchive } from "../../../src/archive/reading/open-archive";
import { numberedTexts } from "../../archive/numbered-texts";
import { happen } from "../../emulator/faults/events";
import { expectAgreement } from "./agreement";
import { addInspection, addInspections } from "./inspections";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

/** Below it, the 130 records of an app lie in several files of every kind. */
const MAX_BYTES = 6000;
const upTo = (maxBytes: number): RunChanges => ({ options: { volumeLimits: { maxEntries: 10_000, maxBytes } } });
const small = upTo(MAX_BYTES);
const include = { records: true, attachments: true, comments: false, settings: true, administration: true };

/** Comments of people who have a lot to say. */
function addLongComments(id: number): void {
  const app = domain.apps.get(id)!;
  for (const record of [3, 60, 61]) {
    for (let count = 1; count <= 7; count += 1) {
      app.addComment(record, { text: `${count} ${"長い話".repeat(60)}`, creator: "admin" });
    }
  }
}

const NAMES = ["records.jsonl", "records.csv", "comments.jsonl"] as const;
const textsIn = ({ contents }: FinishedRun, folder: string) =>
  Object.fromEntries(NAMES.map((name) => [name, numberedTexts(contents, folder, name)]));
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** To the last byte, the manifests included. */
function expectSame(run: FinishedRun, fresh: FinishedRun): void {
  expect(run.problems).toEqual([]);
  expect(run.outcome.archiveDigest).toBe(fresh.outcome.archiveDigest);
}

describe("an app that is larger than a volume", () => {
  it("lies in several files of records, rows and comments, none above what a volume can hold", async () => {
    const { id } = addInspections(domain, { records: 80 });
    addLongComments(id);
    const folder = String(id);
    const [run, whole] = [await kintone.backUp([target(id)], small), await kintone.backUp([target(id)])];
    expect(run.outcome.status).toBe("success");
    await expectAgreement(run, kintone, { appId: id });

    const [several, one] = [textsIn(run, folder), textsIn(whole, folder)];
    for (const name of NAMES) {
      expect(several[name]!.length).toBeGreaterThan(1);
      expect(one[name]).toHaveLength(1);
      for (const text of several[name]!) expect(bytesOf(text)).toBeLessThanOrEqual(MAX_BYTES);
    }
    for (const name of ["records.jsonl", "comments.jsonl"]) expect(several[name]!.join("")).toBe(one[name]![0]);
    expect(run.facts(folder)).toEqual({
      ...whole.facts(folder),
      files: {
        records: several["records.jsonl"]!.length,
        csv: several["records.csv"]!.length,
        comments: several["comments.jsonl"]!.length,
      },
    });
    expect(whole.facts(folder)).toMatchObject({
      ...{ records: { written: 80 }, comments: { written: 22 } },
      files: { records: 1, csv: 1, comments: 1 },
    });
    expect(run.text("README.txt")).toContain("records-2.csv");
    expect(whole.text("README.txt")).not.toContain("records-2.csv");
    expect(run.manifest.formatVersion).toBe(2);
  });

  it("has the same files whether its records came at once or were read again one by one", async () => {
    const { id } = addInspections(domain, { records: 620 });
    const targets = [target(id, { include })];
    const edit = (record: number) =>
      happen(
        { name: "record-changed", app: id, id: record, record: { 品番: { value: "another" } } },
        domain,
        undefined as never,
      );
    const run = await kintone.backUp(targets, {
      ...upTo(40_000),
      before({ purpose, nth }) {
        if (purpose === "versions" && nth === 1) [30, 300].forEach(edit);
      },
    });
    expect(run.facts(String(id)).changedMeanwhile.changed).toBe(2);
    await expectAgreement(run, kintone, { appId: id });
    expect(run.facts(String(id)).files!.records).toBeGreaterThan(5);
    expect(textsIn(run, String(id))).toEqual(textsIn(await kintone.backUp(targets, upTo(40_000)), String(id)));
  });
});

it("a record whose rows no volume of the asked-for size can hold has a file of its own, and is not cut", async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ value: { 項目: { value: `"寸法",*${at}` }, 写真: { value: [] } } }));
  const app = addInspections(domain, { records: 0 });
  for (const count of [3, 0, 2, 5]) app.addRecord({ 品番: { value: `P-${count}` }, 測定: { value: rows(count) } });
  const run = await kintone.backUp([target(app.id, { include })], upTo(100));
  expect(run.outcome.status).toBe("success");
  await expectAgreement(run, kintone, { appId: app.id });
  expect(run.facts(String(app.id)).files).toEqual({ records: 4, csv: 4, comments: 0 });
});

describe("what is taken over from an archive of several files", () => {
  /** A run that takes from another one, and how many pages of records it asked for. */
  async function after(earlier: FinishedRun, id: number, view = (archive: OpenArchive) => archive) {
    const previous = await openArchive(earlier.volumes.map(({ name, file }) => ({ name, source: file })));
    let pages = 0;
    const run = await kintone.backUp([target(id, { include })], {
      ...small,
      previous: view(previous!),
      before({ purpose }) {
        if (purpose === "page") pages += 1;
      },
    });
    return { run, pages };
  }

  it("is all of them when nothing has changed, and what would be read afresh when something has", async () => {
    const app = addInspections(domain, { records: 130 });
    const fresh = () => kintone.backUp([target(app.id, { include })], small);
    const earlier = await fresh();
    const same = await after(earlier, app.id);
    expect(same.pages).toBe(0);
    expectSame(same.run, earlier);

    app.records.delete(40);
    addInspection(domain, app, 131);
    const changed = await after(same.run, app.id);
    expect(changed.pages).toBe(0);
    expectSame(changed.run, await fresh());
    expect(textsIn(changed.run, String(app.id))).not.toEqual(textsIn(earlier, String(app.id)));
  });

  it.each(["records-3.jsonl", "records-2.csv", "records.jsonl", "last.csv"])(
    "is nothing when one of them is not there: %s",
    async (name) => {
      const { id } = addInspections(domain, { records: 130 });
      const earlier = await kintone.backUp([target(id, { include })], small);
      const lost = name === "last.csv" ? `records-${earlier.facts(String(id)).files!.csv}.csv` : name;
      const { run, pages } = await after(earlier, id, (archive) => ({
        ...archive,
        target(folder) {
          const found = archive.target(folder)!;
          expect(found.entries.has(`${folder}/${lost}`)).toBe(true);
          return { ...found, entries: new Map([...found.entries].filter(([path]) => path !== `${folder}/${lost}`)) };
        },
      }));
      expect(pages).toBeGreaterThan(0);
      expectSame(run, earlier);
    },
  );

  it("is what an archive of format version 1 has, which tells of no numbers of files", async () => {
    const { id } = addInspections(domain, { records: 130 });
    const earlier = await kintone.backUp([target(id, { include })]);
    const { run, pages } = await after(earlier, id, (archive) => ({
      ...archive,
      target(folder) {
        const found = archive.target(folder)!;
        const { files: _, ...ofVersion1 } = found.facts;
        return { ...found, facts: ofVersion1 };
      },
    }));
    expect(pages).toBe(0);
    expect(textsIn(run, String(id))).toEqual(textsIn(earlier, String(id)));
    expect(run.facts(String(id)).files).toEqual({ records: 1, csv: 1, comments: 0 });
    expect(run.outcome.status).toBe("success");
  });
});
