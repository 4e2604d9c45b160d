import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import type { App } from "../../emulator/domain/app";
import { anyHarm, harmed, waysInto } from "./damaged-json";
import { addInspections } from "./inspections";
import type { SeenRequest } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
const RECORDS = 40;
/** It has a file, and rows with files. */
const ODD = 20;
let app: App;
beforeEach(() => {
  domain.apps.clear();
  app = addInspections(domain, { records: RECORDS });
});

const include = { records: true, attachments: true, comments: false, settings: false, administration: false };

/** kintone answers with that record changed, whenever it gives it. */
async function backUp(change: (record: KintoneRecord) => unknown) {
  const answer = ({ path }: SeenRequest, body: string) => {
    if (path !== "records" || !body.includes("品番")) return body;
    const { records, ...rest } = JSON.parse(body) as { records: KintoneRecord[] };
    const changed = records.map((record) => (record.$id?.value === String(ODD) ? change(record) : record));
    return JSON.stringify({ records: changed, ...rest });
  };
  const run = await kintone.backUp([target(app.id, { include })], { answer });
  return { run, result: run.outcome.results[0]!, folder: String(app.id) };
}

/** The header, and the rows of all records but the odd one, as `records.csv` has them. */
const rowsOfOthers = (csv: string) => csv.split("\n*,").filter((_, at) => at !== ODD);

const present = async () =>
  (await kintone.witness().record.getAllRecords({ app: app.id })) as unknown as KintoneRecord[];

describe("a cell that CSV cannot hold", () => {
  it("costs no record: it is empty there, whole in the lossless form, and told by its name", async () => {
    const { run, result, folder } = await backUp((record) => ({
      ...record,
      作成者: { type: "CREATOR", value: { code: null, name: "?" } },
    }));
    const facts = run.facts(folder);
    expect(result).toMatchObject({ status: "success", records: RECORDS, problems: [] });
    expect(result.accepted).toMatchObject([
      { step: "records", error: { code: "NOT_IN_CSV", facts: { record: String(ODD), field: "作成者", actual: 1 } } },
    ]);
    expect(facts.missing.filter(({ code }) => code === "NOT_IN_CSV")).toEqual([
      expect.objectContaining({ what: "cell", field: "作成者", record: String(ODD) }),
    ]);
    expect((await run.records(folder))[ODD - 1]?.["作成者"]?.value).toEqual({ code: null, name: "?" });
    expect(run.log).toContain("records.csv cannot hold");
    expect(run.text("README.txt")).toContain(`field "作成者"`);
  });

  it("with something else than files is a problem, as there may have been some", async () => {
    const { run, result, folder } = await backUp((record) => ({
      ...record,
      添付: { type: "FILE", value: [{ name: 1 }] },
    }));
    expect(result).toMatchObject({
      status: "partial",
      problems: [{ step: "attachments", error: { facts: { record: String(ODD), field: "添付" } } }],
    });
    expect(run.facts(folder).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "attachment", record: String(ODD), field: "添付" }),
    );
    expect(await run.records(folder)).toHaveLength(RECORDS);
  });
});

describe("damage anywhere in a record", () => {
  it("costs nothing of the others, and of this one nothing in the lossless form", async () => {
    const before = await present();
    const whole = await backUp((record) => record);
    const others = rowsOfOthers(whole.run.text(`${whole.folder}/records.csv`));
    const ways = waysInto(before[ODD - 1]).filter((way) => way !== "$" && !/^\$[.[]"?\$/u.test(way));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), anyHarm, async (way, harm) => {
        const change = (record: KintoneRecord) => harmed(record, way, harm) as KintoneRecord;
        const { run, result, folder } = await backUp(change);
        expect(result.status).not.toBe("failed");
        const expected = before.map((record, at) => (at === ODD - 1 ? change(record) : record));
        expect(await run.records(folder)).toEqual(expected);
        expect(rowsOfOthers(run.text(`${folder}/records.csv`))).toEqual(others);
      }),
      { numRuns: 10 },
    );
  });

  it.each<[string, (record: KintoneRecord) => unknown]>([
    ["no id", ({ $id, ...rest }) => rest],
    ["another id", (record) => ({ ...record, $id: { type: "__ID__", value: "7" } })],
    ["no revision", ({ $revision, ...rest }) => rest],
    ["null in its place", () => null],
  ])("that leaves it without a name costs that record alone: %s", async (_what, change) => {
    const { run, result, folder } = await backUp((record) => change(record));
    expect(result.status).toBe("partial");
    expect((await run.records(folder)).map(({ $id }) => Number($id?.value))).toEqual(
      Array.from({ length: RECORDS }, (_, index) => index + 1).filter((id) => id !== ODD),
    );
    expect(run.facts(folder).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "records", record: String(ODD) }),
    );
  });
});
