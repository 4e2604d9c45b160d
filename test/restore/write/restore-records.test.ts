import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { App } from "../../emulator/domain/app";
import { addInspection, addInspections } from "../../backup/whole-runs/inspections";
import { restorableKintone } from "../archived-app";
import { EVERYTHING, memoryJournal, restore } from "./restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => {
  domain.apps.clear();
  domain.faults.clear();
});

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });
const update = (app: App, id: number, record: object) =>
  kintone.witness().record.updateRecord({ app: app.id, id, record: record as never });
const read = async (app: App, id: number | string) =>
  (await kintone.witness().record.getRecord({ app: app.id, id })).record as unknown as Record<
    string,
    { value: unknown }
  >;

describe("putting records back", () => {
  it("does nothing where nothing differs, and sends nothing but the question", async () => {
    const app = addInspections(domain, { records: 5 });
    const { written, requests } = await restore(kintone, await kintone.archive(app.id));
    expect(Object.values(written.counts).every((count) => count === 0)).toBe(true);
    expect(requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("adds what was deleted with all of its values, files, creator and times, and names the new ids", async () => {
    const app = addInspections(domain, { records: 40 });
    const archived = await kintone.archive(app.id);
    const before = await read(app, 20);
    await remove(app, [20, 40]);
    const { written, left } = await restore(kintone, archived);
    expect(written).toMatchObject({ counts: { added: 2 } });
    expect([...written.newIds]).toEqual([
      ["20", "41"],
      ["40", "42"],
    ]);
    expect(left).toEqual([]);
    const after = await read(app, 41);
    for (const code of ["品番", "数量", "判定", "作成者", "作成日時", "更新日時"])
      expect(after[code]).toEqual(before[code]);
    const files = await kintone
      .witness()
      .file.downloadFile({ fileKey: (after.添付!.value as Array<{ fileKey: string }>)[0]!.fileKey });
    expect(new TextDecoder().decode(files)).toBe("drawing 20");
    expect(after.測定!.value).toMatchObject([{}, { value: { 写真: { value: [{ name: "写真.txt" }] } } }]);
  });

  it("puts back what differs, keeps files and rows that are there, and leaves other fields as they are", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    const before = await read(app, 20);
    const [, second] = before.測定!.value as Array<{ id: string }>;
    await update(app, 20, {
      数量: { value: "999" },
      測定: { value: [{ id: second!.id, value: { 項目: { value: "別" } } }, { value: {} }] },
    });
    const { written, left, requests } = await restore(kintone, archived);
    expect(written.counts).toMatchObject({ "put-back": 1, refused: 0 });
    expect(left).toEqual([]);
    const after = await read(app, 20);
    expect((after.測定!.value as Array<{ id: string }>)[1]!.id).toBe(second!.id);
    expect(requests.filter(({ path }) => path === "file.json")).toEqual([]); // both files were still there
  });

  it("writes only chosen records and fields", async () => {
    const app = addInspections(domain, { records: 6 });
    const archived = await kintone.archive(app.id);
    for (const id of [1, 2]) await update(app, id, { 数量: { value: "7" }, 品番: { value: "other" } });
    await remove(app, [3, 4]);
    const choices = { ...EVERYTHING, selection: { ids: ["2", "4"] }, fields: ["数量"] };
    const { written, left } = await restore(kintone, archived, { choices });
    expect(written.counts).toMatchObject({ added: 1, "put-back": 1 });
    expect(left).toMatchObject([
      { id: "1", kind: "differs" },
      { id: "2", kind: "differs", fields: [{ field: "品番" }] },
      { id: "3", kind: "missing" },
    ]);
  });

  it("leaves alone what somebody changed or deleted after it was compared", async () => {
    const app = addInspections(domain, { records: 5 });
    const archived = await kintone.archive(app.id);
    for (const id of [1, 2, 3]) await update(app, id, { 数量: { value: "7" } });
    const { results, left } = await restore(kintone, archived, {
      async planned() {
        await update(app, 2, { 数量: { value: "8" } });
        await remove(app, [3]);
      },
    });
    expect(results.map(({ id, outcome }) => [id, outcome]).sort()).toEqual([
      ["1", "put-back"],
      ["2", "changed-meanwhile"],
      ["3", "gone"],
    ]);
    expect((await read(app, 2)).数量!.value).toBe("8");
    expect(left.map(({ id }) => id)).toEqual(["2", "3"]);
  });

  it("sets aside what kintone refuses, by the place that it names and by halving, and writes the rest", async () => {
    const app = addInspections(domain, { records: 30 });
    const archived = await kintone.archive(app.id);
    await remove(app, [5, 6, 7, 8, 9]);
    const { 判定, 品番 } = app.preview.properties;
    const { 良: _gone, ...options } = 判定!.options as Record<string, never>;
    app.change({
      properties: { ...app.preview.properties, 判定: { ...判定!, options }, 品番: { ...品番!, maxLength: "99" } },
    });
    app.deploy("admin");
    const { results } = await restore(kintone, archived, { choices: { ...EVERYTHING, putBack: false } });
    expect(results.map(({ id, outcome }) => [id, outcome]).sort()).toEqual([
      ["5", "added"],
      ["6", "refused"],
      ["7", "added"],
      ["8", "refused"],
      ["9", "added"],
    ]);
    expect(results.find(({ id }) => id === "6")).toMatchObject({ fields: { 判定: [expect.any(String)] } });
  });

  it("writes others in the place of people and options that are gone", async () => {
    const properties = {
      担当: { type: "USER_SELECT", code: "担当", label: "担当" },
      色: {
        ...{ type: "CHECK_BOX", code: "色", label: "色" },
        options: { 赤: { label: "赤", index: "0" }, 青: { label: "青", index: "1" } },
      },
    };
    const app = domain.addApp({ name: "台帳", creator: "admin", properties: properties as never });
    domain.people.addUser({ code: "gone", name: "退職", password: "x" });
    app.addRecord({ 担当: { value: [{ code: "gone" }, { code: "sato" }] }, 色: { value: ["赤", "青"] } });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    domain.people.users.delete("gone");
    const refused = await restore(kintone, archived);
    expect(refused.results).toMatchObject([{ id: "1", outcome: "refused", error: { answer: { code: "GAIA_IL26" } } }]);
    const { replaced } = EVERYTHING;
    const choices = {
      ...EVERYTHING,
      replaced: { ...replaced, users: { gone: "admin" } },
      options: { 色: { 赤: null } },
    };
    const { written } = await restore(kintone, archived, { choices });
    const after = await read(app, written.newIds.get("1")!);
    expect([after.担当!.value, after.色!.value]).toMatchObject([[{ code: "admin" }, { code: "sato" }], ["青"]]);
  });

  it("makes whoever restores the creator where nobody stands in the place of who is gone", async () => {
    domain.people.addUser({ code: "gone", name: "退職", password: "x" });
    const app = addInspections(domain, { records: 0 });
    app.addRecord({ 品番: { value: "P-1" } }, { creator: "gone" });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    domain.people.users.delete("gone");
    const choices = { ...EVERYTHING, replaced: { ...EVERYTHING.replaced, users: { gone: null } } };
    const { written } = await restore(kintone, archived, { choices });
    expect(written.counts).toMatchObject({ added: 1, refused: 0 });
    expect((await read(app, 2)).作成者!.value).toMatchObject({ code: "admin" });
  });

  it("deletes what the archive does not have, when that is chosen, and nothing that somebody changed since", async () => {
    const app = addInspections(domain, { records: 5 });
    await remove(app, [2]);
    const archived = await kintone.archive(app.id);
    const added = [0, 1, 2].map((number) => addInspection(domain, app, 900 + number));
    const none = await restore(kintone, archived);
    expect(none.plan.remove).toEqual([]);
    const { written, left } = await restore(kintone, archived, {
      choices: { ...EVERYTHING, remove: "surplus-and-newer" },
      async planned() {
        await update(app, added[1]!, { 数量: { value: "1" } });
      },
    });
    expect(written.counts).toMatchObject({ removed: 2, "changed-meanwhile": 1 });
    expect(left).toMatchObject([{ kind: "newer", id: String(added[1]) }]);
  });

  it("stops when the form is another than the one that was compared", async () => {
    const app = addInspections(domain, { records: 3 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    const { written } = await restore(kintone, archived, {
      planned() {
        app.change({ properties: { ...app.preview.properties } });
        app.deploy("admin");
      },
    });
    expect(written).toMatchObject({ counts: { added: 0 }, stopped: { code: "FORM_CHANGED" } });
  });
});

describe("while a batch is written", () => {
  const batches = async () => {
    const app = addInspections(domain, { records: 310 });
    const archived = await kintone.archive(app.id);
    for (const first of [1, 101, 201]) {
      const ids = Array.from({ length: 100 }, (_, index) => first + index);
      await remove(app, ids);
    }
    return { app, archived };
  };

  it("the form is looked at for the next one, once for each", async () => {
    const { archived } = await batches();
    const { written, requests } = await restore(kintone, archived);
    expect(written.counts.added).toBe(300);
    const names = new Map([
      ["GET app/form/fields.json", "look"],
      ["POST records.json", "add"],
    ]);
    const kinds = requests.flatMap(({ method, path }) => names.get(`${method} ${path}`) ?? []);
    // The second look may be on its way before the first batch is, or behind it; never behind the batch that it is for.
    expect([kinds[0], kinds.at(-1), kinds.filter((kind) => kind === "look").length]).toEqual(["look", "add", 3]);
  });

  it("a form that is changed lets no more be written than what was looked at before", async () => {
    const { app, archived } = await batches();
    const { sink } = kintone.access();
    const { written } = await restore(kintone, archived, {
      parts: {
        sink: {
          ...sink,
          async add(...order) {
            app.change({ properties: { ...app.preview.properties } });
            app.deploy("admin");
            return sink.add(...order);
          },
        },
      },
    });
    expect(written.stopped).toMatchObject({ code: "FORM_CHANGED" });
    expect(written.counts.added).toBeLessThan(300);
  });

  it("files of all records are uploaded side by side, as many as are allowed", async () => {
    const app = addInspections(domain, { records: 60 });
    const archived = await kintone.archive(app.id);
    await remove(app, [10, 20, 30, 40, 50, 60]);
    const { sink } = kintone.access();
    let [now, most] = [0, 0];
    const { written, left } = await restore(kintone, archived, {
      parts: {
        requestsAllowed: () => 3,
        sink: {
          ...sink,
          async upload(...order) {
            most = Math.max(most, (now += 1));
            const key = await sink.upload(...order);
            now -= 1;
            return key;
          },
        },
      },
    });
    expect([most, now, written.counts.added, left]).toEqual([3, 0, 6, []]);
  });

  it("more files are on their way as soon as there may be more", async () => {
    const app = addInspections(domain, { records: 60 });
    const archived = await kintone.archive(app.id);
    await remove(app, [10, 20, 30, 40, 50, 60]);
    const { sink } = kintone.access();
    let [now, most, done] = [0, 0, 0];
    const upload: typeof sink.upload = async (...order) => {
      most = Math.max(most, (now += 1));
      const key = await sink.upload(...order);
      [now, done] = [now - 1, done + 1];
      return key;
    };
    await restore(kintone, archived, {
      parts: { requestsAllowed: () => (done === 0 ? 1 : 4), sink: { ...sink, upload } },
    });
    expect(most).toBe(4);
  });
});

describe("an answer that is lost", () => {
  it("is settled for a record of which the archive lacks a file, too", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    (archived.entries as Map<string, unknown>).delete(`${app.id}/attachments/添付-10/図面.txt`);
    await remove(app, [10]);
    const journal = memoryJournal();
    const dying = kintone.access().sink;
    const add = async (...order: Parameters<typeof dying.add>) => {
      await dying.add(...order);
      throw new Error("killed");
    };
    const { plan } = await restore(kintone, archived, { journal, parts: { sink: { ...dying, add } } });
    const { written, results } = await restore(kintone, archived, { journal, plan });
    expect([written.stopped, written.counts.added, app.records.size]).toEqual([undefined, 1, 20]);
    expect(results).toMatchObject([{ id: "10", outcome: "added", withoutFiles: { 添付: ["図面.txt"] } }]);
  });

  it("lets the next attempt know which files the archive lacks, of all that was written before", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    for (const id of [10, 20])
      (archived.entries as Map<string, unknown>).delete(`${app.id}/attachments/添付-${id}/図面.txt`);
    await remove(app, [10]);
    await update(app, 20, { 添付: { value: [] }, 数量: { value: "0" } });
    const journal = memoryJournal();
    const first = await restore(kintone, archived, { journal });
    const second = await restore(kintone, archived, { journal, plan: first.plan });
    const withoutFiles = { 添付: ["図面.txt"] };
    expect(first.results).toHaveLength(2);
    expect(first.results.every((result) => "withoutFiles" in result)).toBe(true);
    expect(second.results).toEqual(first.results);
    expect(second.results).toContainEqual(expect.objectContaining({ id: "20", outcome: "put-back", withoutFiles }));
  });

  it.each([
    ["before kintone did it", false],
    ["after kintone did it", true],
  ])("%s: nothing is added twice, nothing is lost", async (_when, after) => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 10, 20]);
    await update(app, 4, { 数量: { value: "0" } });
    domain.faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "drop", after } });
    domain.faults.add({ when: { method: "PUT", path: "records.json", nth: 1 }, do: { kind: "drop", after } });
    const { written, left } = await restore(kintone, archived);
    expect(written).toMatchObject({ counts: { added: 3, "put-back": 1 } });
    expect(written.stopped).toBeUndefined();
    expect(left).toEqual([]);
    expect((await kintone.witness().record.getAllRecords({ app: app.id })).length).toBe(20);
  });

  it("of an attempt that ended with it is looked for by the next one, while others add records", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 10, 20]);
    const journal = memoryJournal();
    const dying = kintone.access().sink;
    const first = await restore(kintone, archived, {
      journal,
      parts: {
        sink: {
          ...dying,
          async add(...order) {
            addInspection(domain, app, 500);
            await dying.add(...order);
            throw new Error("killed");
          },
        },
      },
    });
    expect(first.written).toMatchObject({ counts: { added: 0 }, stopped: { code: "UNEXPECTED" } });
    addInspection(domain, app, 501);
    const second = await restore(kintone, archived, { journal, plan: first.plan });
    expect(second.written.stopped).toBeUndefined();
    expect([...second.written.newIds.keys()]).toEqual(["3", "10", "20"]);
    expect(second.left).toMatchObject([{ kind: "newer" }, { kind: "newer" }]);
    expect((await kintone.witness().record.getAllRecords({ app: app.id })).length).toBe(22);
  });

  it("of changes tells of all by one of them, whatever somebody did to another since", async () => {
    const app = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(app.id);
    for (const id of [1, 2, 3, 4]) await update(app, id, { 数量: { value: "0" } });
    domain.faults.add({ when: { method: "PUT", path: "records.json", nth: 1 }, do: { kind: "drop", after: true } });
    let isDone = false;
    const { written, left } = await restore(kintone, archived, {
      parts: {
        async pause() {
          if (isDone) return;
          isDone = true;
          await update(app, 2, { 数量: { value: "9" } });
          await remove(app, [3]);
        },
      },
    });
    expect(written).toMatchObject({ counts: { "put-back": 4, undecided: 0 } });
    expect(left).toMatchObject([
      { kind: "differs", id: "2" },
      { kind: "missing", id: "3" },
    ]);
  });

  it("of added records is no reason to add them again when somebody deleted one of them since", async () => {
    const app = addInspections(domain, { records: 6 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1, 2, 3]);
    domain.faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "drop", after: true } });
    const { written, results } = await restore(kintone, archived, {
      parts: {
        async pause() {
          if (app.records.get(7)) await remove(app, [7]);
        },
      },
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(["undecided", "undecided", "undecided"]);
    expect([written.stopped?.code, app.records.size]).toEqual(["NETWORK", 5]);
  });

  it("that nobody can tell hides nothing of what an attempt before had done", async () => {
    const app = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    await update(app, 2, { 数量: { value: "0" } });
    const journal = memoryJournal();
    const dying = kintone.access().sink;
    const dies = async () => {
      throw new Error("killed");
    };
    const { plan } = await restore(kintone, archived, { journal, parts: { sink: { ...dying, update: dies } } });
    await remove(app, [2]);
    const { written, results } = await restore(kintone, archived, { journal, plan });
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["1", "added"],
      ["2", "undecided"],
    ]);
    expect([written.stopped?.code, [...written.newIds]]).toEqual(["NETWORK", [["1", "5"]]]);
  });

  it("of the rest of a batch hides nothing of the part that was written before", async () => {
    const app = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(app.id);
    for (const id of [1, 2, 3, 4]) await update(app, id, { 数量: { value: "0" } });
    const { sink } = kintone.access();
    let sent = 0;
    const { written, results } = await restore(kintone, archived, {
      parts: {
        sink: {
          ...sink,
          async update(...order) {
            sent += 1;
            const error = new BackupError("SESSION_EXPIRED", "logged out");
            if (sent === 1) return { outcome: "batch-refused", error };
            if (sent === 3) throw error;
            return sink.update(...order);
          },
        },
      },
    });
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["1", "put-back"],
      ["2", "put-back"],
    ]);
    expect(written).toMatchObject({ counts: { "put-back": 2, undecided: 0 }, stopped: { code: "SESSION_EXPIRED" } });
  });

  it("stops, and names the records, when nobody can tell what became of them", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 10]);
    domain.faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "drop", after: false } });
    const { written, results } = await restore(kintone, archived, {
      parts: {
        async pause() {
          addInspection(domain, app, 3); // as if half of it were there
          addInspection(domain, app, 777);
        },
      },
    });
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["3", "undecided"],
      ["10", "undecided"],
    ]);
    expect(written.stopped?.code).toBe("NETWORK");
  });
});

describe("a request that a browser sends twice", () => {
  /** As Chromium does where a connection ends without an answer: only the second one is heard. */
  const twice =
    <Asked extends unknown[], Told>(send: (...asked: Asked) => Promise<Told>) =>
    async (...asked: Asked) => {
      await send(...asked);
      return send(...asked);
    };

  it("adds no record twice, while others add some", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 11]);
    const { sink } = kintone.access();
    const add = async (...order: Parameters<typeof sink.add>) => {
      addInspection(domain, app, 21);
      await sink.add(...order);
      addInspection(domain, app, 21);
      return sink.add(...order);
    };
    const { written, results, left } = await restore(kintone, archived, { parts: { sink: { ...sink, add } } });
    expect(written).toMatchObject({ counts: { added: 2 } });
    expect(results).toMatchObject([
      { id: "3", newId: "22" },
      { id: "11", newId: "23" },
    ]);
    expect(app.records.size).toBe(22);
    expect(left.filter(({ kind }) => kind !== "newer")).toEqual([]);
  });

  it("names the records that are there a second time where they cannot be deleted", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3]);
    const { sink } = kintone.access();
    const refusal = new BackupError("NO_PERMISSION", "no");
    const parts = { sink: { ...sink, add: twice(sink.add), remove: () => Promise.reject(refusal) } };
    const { results } = await restore(kintone, archived, { parts });
    const error = { code: "ADDED_TWICE", facts: { app: String(app.id), again: ["22"] } };
    expect(results).toMatchObject([{ id: "3", outcome: "undecided", error }]);
  });

  it("is no refusal where the second one repeats what must not repeat", async () => {
    const app = addInspections(domain, { records: 20 });
    const { properties } = app.preview;
    app.change({ properties: { ...properties, 品番: { ...properties.品番, unique: true } } as never });
    app.deploy("admin");
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 11]);
    const { sink } = kintone.access();
    const { results, left } = await restore(kintone, archived, { parts: { sink: { ...sink, add: twice(sink.add) } } });
    expect(results).toMatchObject([
      { id: "3", outcome: "added", newId: "21" },
      { id: "11", outcome: "added", newId: "22" },
    ]);
    expect([app.records.size, left]).toEqual([20, []]);
  });

  it("is no deletion by somebody else", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    addInspection(domain, app, 21);
    const { sink } = kintone.access();
    const { results } = await restore(kintone, archived, {
      choices: { ...EVERYTHING, remove: "surplus-and-newer" },
      parts: { sink: { ...sink, remove: twice(sink.remove) } },
    });
    expect(results).toEqual([{ id: "21", outcome: "removed" }]);
  });

  it("is no change by somebody else", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await update(app, 4, { 数量: { value: "0" } });
    const { sink } = kintone.access();
    const parts = { sink: { ...sink, update: twice(sink.update) } };
    const { results, left } = await restore(kintone, archived, { parts });
    expect(results).toMatchObject([{ id: "4", outcome: "put-back", revision: "3" }]);
    expect(left).toEqual([]);
  });
});
