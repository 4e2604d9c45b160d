import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import type { FaultEvent } from "../../emulator/faults/faults";
import { expectAgreement } from "./agreement";
import { addInspection, addInspections, newFile } from "./inspections";
import type { Purpose } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;
beforeEach(() => {
  domain.apps.clear();
  app = addInspections(domain, { records: 620 });
});

/** Comments cost a request for each record; where they do not matter they are left out. */
const quick = () =>
  target(app.id, {
    include: { records: true, attachments: true, comments: false, settings: false, administration: false },
  });

function change(event: FaultEvent): void {
  happen(event, domain, undefined as never);
}
const edit = (id: number, 品番: string) =>
  change({ name: "record-changed", app: app.id, id, record: { 品番: { value: 品番 } } });
const remove = (id: number) => change({ name: "record-deleted", app: app.id, id });

/** Does something once, just before kintone answers the nth request of a purpose. */
function once(purpose: Purpose, nth: number, act: () => void) {
  return {
    before: (request: { purpose: Purpose; nth: number }) => {
      if (request.purpose === purpose && request.nth === nth) act();
    },
  };
}

/** While pages are read, during the comparison, between it and the count, and during the repair that follows a change. */
const MOMENTS: Array<[string, Purpose, number]> = [
  ["pages are read", "page", 2],
  ["a file is downloaded", "file", 10],
  ["the last page comes", "page", 3],
  ["versions are compared", "versions", 1],
  ["the second page of versions comes", "versions", 2],
  ["the records are counted", "count", 3],
];

/** Half of the records are one page, and the empty one behind it. */
const MOST_WITH_A_QUERY: Partial<Record<Purpose, number>> = { page: 2, versions: 1 };

describe.each(MOMENTS)("while %s", (_, purpose, nth) => {
  it("a record is changed", async () => {
    const run = await kintone.backUp(
      [quick()],
      once(purpose, nth, () => [3, 400, 615].forEach((id) => edit(id, "new"))),
    );
    expect(run.problems).toEqual([]);
    if (purpose === "count") return; // Changed after the comparison began: as it was then.
    if (purpose === "versions" && nth === 2) return expect(await run.records(String(app.id))).toHaveLength(620);
    await expectAgreement(run, kintone, { appId: app.id });
  });

  it("a record is deleted", async () => {
    const run = await kintone.backUp(
      [quick()],
      once(purpose, nth, () => [10, 401, 620].forEach(remove)),
    );
    expect(run.problems).toEqual([]);
    await expectAgreement(run, kintone, { appId: app.id });
  });

  it("a record is added", async () => {
    const run = await kintone.backUp(
      [quick()],
      once(purpose, nth, () => void addInspection(domain, app, 700)),
    );
    expect(run.problems).toEqual([]);
    const upTo = run.facts(String(app.id)).lastId ?? "0";
    await expectAgreement(run, kintone, { appId: app.id, condition: `$id <= ${upTo}` });
  });

  it("records begin and cease to match the query", async () => {
    const query = '判定 in ("良")';
    const judge = (id: number, 判定: string) =>
      change({ name: "record-changed", app: app.id, id, record: { 判定: { value: 判定 } } });
    const run = await kintone.backUp([{ ...quick(), query }], {
      ...once(purpose, Math.min(nth, MOST_WITH_A_QUERY[purpose] ?? nth), () => {
        judge(1, "良");
        judge(311, "良");
        judge(20, "否");
        judge(600, "否");
      }),
    });
    expect(run.problems).toEqual([]);
    // Between the comparison and the count: the records are as they were when the comparison began.
    if (purpose === "count") return expect(await run.records(String(app.id))).toHaveLength(310);
    await expectAgreement(run, kintone, { appId: app.id, condition: `${query} and $id <= 620` });
  });
});

describe("during a repair", () => {
  it.each<[string, () => void]>([
    ["the same record is changed again", () => edit(3, "newest")],
    ["the record is deleted", () => remove(3)],
    ["an earlier and a later one are changed", () => [2, 500].forEach((id) => edit(id, "newest"))],
  ])("%s", async (_, act) => {
    const run = await kintone.backUp([quick()], {
      before({ purpose, nth }) {
        if (purpose === "page" && nth === 2) edit(3, "new");
        if (purpose === "by-id" && nth === 1) act();
      },
    });
    expect(run.problems).toEqual([]);
    await expectAgreement(run, kintone, { appId: app.id });
  });
});

describe("files of records that change", () => {
  it("are the new ones, of the same name too", async () => {
    const replaced = () => {
      const value = [newFile(domain, "図面.txt", "another drawing")];
      change({ name: "record-changed", app: app.id, id: 10, record: { 添付: { value } } });
    };
    const run = await kintone.backUp([quick()], once("versions", 1, replaced));
    expect(run.problems).toEqual([]);
    await expectAgreement(run, kintone, { appId: app.id });
    expect(run.text(`${app.id}/attachments/添付-10/図面.txt`)).toBe("another drawing");
  });

  it("are looked up anew when their key is gone, and only then", async () => {
    let replaced = false;
    const lookUps: string[] = [];
    const run = await kintone.backUp([quick()], {
      before({ purpose, parameter }) {
        if (purpose === "record") lookUps.push(String(parameter("id")));
        if (purpose !== "file" || replaced) return;
        replaced = true;
        const value = [newFile(domain, "図面.txt", "drawn anew")];
        const record = { 添付: { value } };
        for (const id of [10, 20]) change({ name: "record-changed", app: app.id, id, record: id === 10 ? record : {} });
      },
    });
    expect(run.problems).toEqual([]);
    expect(lookUps.length).toBeLessThanOrEqual(1);
    await expectAgreement(run, kintone, { appId: app.id });
  });

  it("are a named gap when kintone no longer has them", async () => {
    const value = app.records.get(30)?.values["添付"] as Array<{ fileKey: string }>;
    const lookUps: string[] = [];
    const run = await kintone.backUp([quick()], {
      before({ purpose, parameter }) {
        if (purpose === "record") lookUps.push(String(parameter("id")));
        if (purpose === "file") change({ name: "file-gone", fileKey: value[0]!.fileKey });
      },
    });
    expect(lookUps).toEqual(["30"]);
    expect(run.outcome.status).toBe("partial");
    expect(run.problems).toEqual(["FILE_GONE"]);
    const facts = run.facts(String(app.id));
    expect(facts.attachments.expected - facts.attachments.written).toBe(1);
    expect(facts.missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "attachment", record: "30", field: "添付" }),
    );
    expect(run.text(`${app.id}/records.csv`)).not.toContain("添付-30/");
  });
});

it("a record that is deleted while its comments are read is in no file", async () => {
  const run = await kintone.backUp([target(app.id)], {
    before({ purpose, parameter }) {
      if (purpose === "comments" && parameter("record") === "100") remove(100);
    },
  });
  expect(run.problems).toEqual([]);
  expect(run.text(`${app.id}/comments.jsonl`)).not.toContain('"record":"100"');
  expect(run.text(`${app.id}/comments.jsonl`).split("\n").filter(Boolean)).toHaveLength(11);
  await expectAgreement(run, kintone, { appId: app.id });
});

it("an app in which people never rest has every record, and says so", async () => {
  let count = 0;
  const run = await kintone.backUp([target(app.id)], {
    before({ purpose }) {
      if (purpose === "versions") edit(5, `edit ${(count += 1)}`);
    },
  });
  expect(run.outcome.status).toBe("success");
  expect(await run.records(String(app.id))).toHaveLength(620);
  expect(run.log).toMatch(/chang/);
});
