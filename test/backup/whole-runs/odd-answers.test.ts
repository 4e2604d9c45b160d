import { beforeEach, describe, expect, it } from "vitest";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import type { App } from "../../emulator/domain/app";
import { addInspection, addInspections } from "./inspections";
import type { Purpose, SeenRequest } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;
/** A neighbour that nothing is wrong with: whatever happens to one app, the others must arrive. */
let neighbour: App;
beforeEach(() => {
  domain.apps.clear();
  app = addInspections(domain, { records: 50 });
  neighbour = addInspections(domain, { records: 3, name: "隣" });
});

type Json = Record<string, never> & {
  records: KintoneRecord[];
  comments: object[];
  properties: Record<string, object>;
};

/** Edits the answers to requests of one purpose about the first app. */
function edited(purpose: Purpose, edit: (json: Json, request: SeenRequest) => unknown, path?: string) {
  return (request: SeenRequest, body: string) => {
    const isWanted = request.purpose === purpose && (path === undefined || request.path === path);
    if (!isWanted || (request.parameter("app") ?? request.parameter("id")) !== String(app.id)) return body;
    return JSON.stringify(edit(JSON.parse(body) as Json, request));
  };
}

async function backUp(answer: (request: SeenRequest, body: string) => string, comments = false) {
  const include = { records: true, attachments: true, comments, settings: true, administration: true };
  const run = await kintone.backUp([target(app.id, { include }), target(neighbour.id)], { answer });
  expect(run.outcome.results[1]?.status).toBe("success");
  expect(await run.records(String(neighbour.id))).toHaveLength(3);
  return { run, result: run.outcome.results[0]!, folder: String(app.id) };
}

const empty = { records: [], totalCount: null };

describe("pages of records that cannot be right", () => {
  it.each<[string, (json: Json, request: SeenRequest) => unknown]>([
    ["a record without $id", ({ records }) => ({ records: records.map(({ $id, ...rest }) => rest) })],
    ["a record without $revision", ({ records }) => ({ records: records.map(({ $revision, ...rest }) => rest) })],
    ["null in the place of a record", () => ({ records: [null] })],
    ["null", () => null],
    ["a list", () => []],
    ["a text", () => "records"],
    ["records that are no list", () => ({ records: {} })],
    [
      "a table that is a text",
      ({ records }) => ({ records: records.map((r) => ({ ...r, 測定: { type: "SUBTABLE", value: "x" } })) }),
    ],
    [
      "a file without a name",
      ({ records }) => ({ records: records.map((r) => ({ ...r, 添付: { type: "FILE", value: [{}] } })) }),
    ],
  ])("%s", async (_, edit) => {
    const { result } = await backUp(edited("page", edit));
    expect(result.status).toMatch(/partial|failed/);
    expect(result.problems.length).toBeGreaterThan(0);
  });

  // Fewer records are asked for then, each by itself in the end: no answer that cannot be right gets into the archive.
  it("in descending order: the records are read one by one", async () => {
    const { result, run, folder } = await backUp(
      edited("page", ({ records }) => ({ records: [...records].reverse() })),
    );
    expect(result.status).toBe("success");
    expect((await run.records(folder)).map(({ $id }) => Number($id?.value))).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    // What was wrong with the answer was not its size.
    expect(run.log).toMatch(/up to 500 records of .* could not be used \(BAD_RESPONSE\).* read 250 at a time/);
    expect(run.log).not.toContain("too much");
  });

  it("the first one again: where there is nothing else, the list of revisions says so", async () => {
    let first = "";
    const { result, run, folder } = await backUp((request, body) => {
      if (request.purpose !== "page" || request.parameter("app") !== String(app.id)) return body;
      first ||= body;
      return first;
    });
    expect(result.status).toBe("success");
    expect(await run.records(folder)).toHaveLength(50);
  });

  it("a record left out is found by the comparison", async () => {
    const { result, run, folder } = await backUp(
      edited("page", ({ records }) => ({ records: records.filter(({ $id }) => $id?.value !== "7") })),
    );
    expect(result.status).toBe("success");
    expect(await run.records(folder)).toHaveLength(50);
  });

  it.each([1, 2])("page %i empty, though there are more records", async (page) => {
    for (let number = 51; number <= 520; number += 1) addInspection(domain, app, number);
    const { result, run, folder } = await backUp(edited("page", (json, { nth }) => (nth >= page ? empty : json)));
    if (result.status === "success") expect(await run.records(folder)).toHaveLength(520);
    else expect(result.problems).not.toEqual([]);
  });
});

describe("records with what nobody knows yet", () => {
  it("a new field type is kept whole", async () => {
    const value = {
      shape: "POLYGON",
      points: [
        [1, 2.5],
        [3, 4],
      ],
      note: null,
    };
    const { result, run, folder } = await backUp((request, body) => {
      const records = edited("page", (json) => ({
        records: json.records.map((record) => ({ ...record, 場所: { type: "GEOMETRY", value } })),
      }));
      const form = edited(
        "setting",
        (json) => ({
          ...json,
          properties: { ...json.properties, 場所: { type: "GEOMETRY", code: "場所", label: "場所" } },
        }),
        "app/form/fields",
      );
      return form(request, records(request, body));
    });
    expect(result.status).toBe("success");
    expect((await run.records(folder))[49]?.["場所"]).toEqual({ type: "GEOMETRY", value });
    expect(run.facts(folder).missing).toContainEqual(expect.objectContaining({ code: "NOT_IN_CSV", field: "場所" }));
  });

  it("a field that the records lack is a named gap", async () => {
    const { result, run, folder } = await backUp(
      edited("page", ({ records }) => ({ records: records.map(({ 品番, ...rest }) => rest) })),
    );
    expect(result).toMatchObject({ status: "partial", problems: [{ error: { code: "FIELD_NOT_READABLE" } }] });
    expect(run.facts(folder).missing).toContainEqual(expect.objectContaining({ code: "NOT_READABLE", field: "品番" }));
  });
});

describe("awkward characters", () => {
  const awkward = 'a\u0000b\u001f\r\n\u2028\u202e"\ud800,\udc00\ud83d\ude00';

  it("in values are kept, half surrogates too", async () => {
    const { result, run, folder } = await backUp(
      edited("page", ({ records }) => ({
        records: records.map((record) => ({ ...record, 品番: { type: "SINGLE_LINE_TEXT", value: awkward } })),
      })),
    );
    expect(result.status).toBe("success");
    expect((await run.records(folder))[3]?.["品番"]?.value).toBe(awkward);
  });

  it("in names of files, of the app and in comments are kept or told", async () => {
    const named = (value: unknown) => (value as object[]).map((file) => ({ ...file, name: `${awkward}.txt` }));
    const { result, run, folder } = await backUp((request, body) => {
      const files = edited("page", ({ records }) => ({
        records: records.map((record) => ({ ...record, 添付: { type: "FILE", value: named(record["添付"]?.value) } })),
      }));
      const comments = edited("comments", (json) => ({
        ...json,
        comments: json.comments.map((comment) => ({ ...comment, text: awkward })),
      }));
      const name = edited("setting", (json) => ({ ...json, name: awkward }), "app");
      return name(request, comments(request, files(request, body)));
    }, true);
    expect(result.status).toBe("success");
    expect(run.facts(folder).appName).toBe(awkward);
    expect(run.facts(folder).renamed[0]?.trueName).toBe(`${awkward}.txt`);
    expect(run.facts(folder).attachments.written).toBeGreaterThan(0);
    const [line] = run.text(`${folder}/comments.jsonl`).split("\n");
    expect((JSON.parse(line!) as { comment: { text: string } }).comment.text).toBe(awkward);
    expect(run.log.split("\n").filter((text) => text && !/^20\d\d-/.test(text))).toEqual([]);
  });

  it("in a field's code do not stop a backup", async () => {
    const code = `コ\u0001ー\ud800ド/..`;
    const rename = (text: string) => text.replaceAll('"添付"', JSON.stringify(code));
    const { result, run, folder } = await backUp((request, body) =>
      request.parameter("app") === String(app.id) ? rename(body) : body,
    );
    expect(result.status).toBe("success");
    const record = (await run.records(folder))[9]!;
    expect(Object.keys(record)).toContain(code);
    expect(run.facts(folder).attachments.written).toBeGreaterThan(0);
  });
});

describe("comments that cannot be right", () => {
  it.each<[string, unknown]>([
    ["null", null],
    ["nothing", {}],
    ["comments that are no list", { comments: "none", newer: false }],
    ["a comment that is null", { comments: [null], newer: false }],
    ["more, and none", { comments: [], newer: true }],
    ["no word on whether there are more", { comments: [] }],
    ["in descending order", { comments: [{ id: "2" }, { id: "1" }], newer: false }],
  ])("%s", async (_, nonsense) => {
    const answer = edited("comments", (json, request) => (request.parameter("record") === "50" ? nonsense : json));
    const { result, run, folder } = await backUp(answer, true);
    expect(result).toMatchObject({
      status: "partial",
      problems: [{ step: "comments", error: { facts: { record: "50" } } }],
    });
    expect(run.facts(folder).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "comments", record: "50" }),
    );
    expect(await run.records(folder)).toHaveLength(50);
  });
});

describe("settings that cannot be right", () => {
  const nonsense: Array<[string, unknown]> = [
    ["null", null],
    ["nothing", {}],
    ["a list", []],
    ["a text", "x"],
  ];
  const needed = ["app", "app/form/fields", "app/form/layout"];
  const others = ["app/settings", "app/customize", "app/views", "app/status"];

  it.each(needed.flatMap((path) => nonsense.map(([what, value]) => [path, what, value] as const)))(
    "%s answers %s: the app is not backed up as if nothing were",
    async (path, _, value) => {
      const { result } = await backUp(edited("setting", () => value, path));
      expect(result.status).toMatch(/partial|failed/);
    },
  );

  it.each(others.flatMap((path) => nonsense.map(([what, value]) => [path, what, value] as const)))(
    "%s answers %s: the records are there all the same",
    async (path, _, value) => {
      const { result, run, folder } = await backUp(edited("setting", () => value, path));
      expect(await run.records(folder)).toHaveLength(50);
      // An object without members cannot be told from an app that has none of these.
      if (JSON.stringify(value) === "{}") return;
      expect(result.status).toBe("partial");
      expect(run.facts(folder).missing).toContainEqual(expect.objectContaining({ code: "FAILED" }));
    },
  );
});
