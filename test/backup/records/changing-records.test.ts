import { describe, expect, it } from "vitest";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import { type ScriptedApp, type ScriptedCall, createScriptedSource, scriptedRecord } from "../scripted-kintone";
import { runOver, target } from "../scripted-run";

/** Five records; the one with id 7 has a file. */
function app(): ScriptedApp {
  return {
    name: "品質記録",
    records: [1, 2, 5, 9].map((id) => scriptedRecord(id)).toSpliced(3, 0, scriptedRecord(7, [["k7", "a.txt", 3]])),
    files: { k7: "abc" },
  };
}

function edited(record: KintoneRecord, text: string): KintoneRecord {
  const revision = { type: "__REVISION__", value: String(Number(record.$revision?.value) + 1) };
  return { ...record, $revision: revision, text: { type: "SINGLE_LINE_TEXT", value: text } };
}

/** Runs over the app while `change` does something to it, once, when the call comes. */
async function runWhile(scripted: ScriptedApp, when: (call: ScriptedCall) => boolean, change: () => void, times = 1) {
  let left = times;
  const source = createScriptedSource({ 12: scripted }, (call) => {
    if (left > 0 && when(call)) {
      left -= 1;
      change();
    }
  });
  const run = await runOver(source, [target("12")]);
  const records = run.contents
    .get("12/records.jsonl")!
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as KintoneRecord);
  const facts = JSON.parse(run.contents.get("manifest.json")!).targets[0];
  return { ...run, records, ids: records.map(({ $id }) => $id?.value), facts };
}

const secondPage = ({ method, argument }: ScriptedCall) => method === "copyRecords" && argument === "2";
const comparing = ({ method }: ScriptedCall) => method === "readVersions";

describe("records that change while they are read", () => {
  it("are read again when they were edited after their page", async () => {
    const scripted = app();
    const { outcome, records, facts, contents } = await runWhile(scripted, secondPage, () => {
      scripted.records[0] = edited(scripted.records[0]!, "edited");
    });
    expect(outcome.status).toBe("success");
    expect(records[0]?.text?.value).toBe("edited");
    expect(contents.get("12/records.csv")).toContain('"edited"');
    expect(facts.changedMeanwhile).toEqual({ added: 0, changed: 1, deleted: 0 });
  });

  it("are not in the archive when they were deleted, nor are their files", async () => {
    const scripted = app();
    const { outcome, ids, contents, facts } = await runWhile(scripted, comparing, () => {
      scripted.records = scripted.records.filter(({ $id }) => $id?.value !== "7");
    });
    expect(outcome.status).toBe("success");
    expect(ids).toEqual(["1", "2", "5", "9"]);
    expect([...contents.keys()].filter((path) => path.includes("attachments"))).toEqual([]);
    expect(facts).toMatchObject({
      records: { expected: 4, written: 4 },
      attachments: { expected: 0, written: 0 },
      changedMeanwhile: { added: 0, changed: 0, deleted: 1 },
    });
  });

  it("come in at their place when they begin to match", async () => {
    const scripted = app();
    const { ids, outcome } = await runWhile(scripted, comparing, () => {
      scripted.records.splice(2, 0, scriptedRecord(3));
    });
    expect(ids).toEqual(["1", "2", "3", "5", "7", "9"]);
    expect(outcome).toMatchObject({ status: "success", records: 6 });
  });

  it("have their new file in the place of the old one, of the same name", async () => {
    const scripted = app();
    const { contents, records, outcome } = await runWhile(scripted, comparing, () => {
      scripted.files.k8 = "newer";
      scripted.records[3] = edited(scriptedRecord(7, [["k8", "a.txt", 5]]), "edited");
    });
    expect(outcome).toMatchObject({ status: "success", attachments: 1 });
    expect(contents.get("12/attachments/file-7/a.txt")).toBe("newer");
    expect(records[3]?.file?.value).toMatchObject([{ fileKey: "k8" }]);
  });

  it("lose what was wrong with them when they are deleted", async () => {
    const scripted = app();
    const { outcome, ids } = await runWhile(
      scripted,
      ({ method }) => method === "openFile",
      () => {
        scripted.files = {};
        scripted.records.splice(3, 1);
      },
    );
    expect(ids).toEqual(["1", "2", "5", "9"]);
    expect(outcome).toMatchObject({ status: "success", results: [{ problems: [] }] });
  });

  it("are told when they only keep changing, and are no loss", async () => {
    const scripted = app();
    const { outcome, history } = await runWhile(
      scripted,
      comparing,
      () => (scripted.records[0] = edited(scripted.records[0]!, "again")),
      Infinity,
    );
    expect(outcome.status).toBe("success");
    expect(history.log).toContain("records-still-changing");
  });

  it("are a problem when they keep being deleted", async () => {
    const scripted = app();
    for (let id = 10; id < 30; id += 1) scripted.records.push(scriptedRecord(id));
    const { outcome } = await runWhile(
      scripted,
      ({ method, argument }) => comparing({ method, app: "12", argument }) && argument === "0",
      () => scripted.records.shift(),
      Infinity,
    );
    expect(outcome).toMatchObject({
      status: "partial",
      results: [{ problems: [{ error: { code: "COUNT_MISMATCH" } }] }],
    });
  });

  it("are there although a page came empty in the middle", async () => {
    const scripted = app();
    const kept = [...scripted.records];
    const { ids, outcome } = await runWhile(scripted, secondPage, () => {
      scripted.records = [];
      queueMicrotask(() => (scripted.records = kept));
    });
    expect(ids).toEqual(["1", "2", "5", "7", "9"]);
    expect(outcome.status).toBe("success");
  });

  it("bring their comments with them, and deleted ones take theirs away", async () => {
    const scripted: ScriptedApp = {
      ...app(),
      comments: { 1: ["1"], 2: ["1", "2"], 9: Array.from({ length: 25 }, (_, index) => String(index + 1)) },
    };
    const { contents, facts } = await runWhile(scripted, comparing, () => scripted.records.shift());
    const lines = contents
      .get("12/comments.jsonl")!
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ record, comment }) => `${record}/${comment.id}`)).toEqual([
      "2/1",
      "2/2",
      ...Array.from({ length: 25 }, (_, index) => `9/${index + 1}`),
    ]);
    expect(facts.comments).toEqual({ written: 27 });
  });
});

describe("a form that changes while records are read", () => {
  const withField = (type: string) => ({
    properties: {
      text: { type, code: "text", label: "Text" },
      file: { type: "FILE", code: "file", label: "File" },
    },
    revision: type,
  });

  it("makes the app be read again from the beginning", async () => {
    const scripted = app();
    const { outcome, contents, history, progress } = await runWhile(scripted, secondPage, () => {
      scripted.fields = withField("MULTI_LINE_TEXT");
    });
    expect(outcome).toMatchObject({ status: "success", records: 5, attachments: 1 });
    expect(contents.get("12/settings/app/form/fields.json")).toContain("MULTI_LINE_TEXT");
    expect(history.log.match(/target-read-again/g)).toHaveLength(1);
    expect(progress.at(-1)).toMatchObject({ records: { done: 5, total: 5 }, attachments: { done: 1, total: 1 } });
  });

  it("is a problem when it does not stop", async () => {
    const scripted = app();
    let count = 0;
    const { outcome, records } = await runWhile(
      scripted,
      secondPage,
      () => (scripted.fields = withField(`TYPE_${(count += 1)}`)),
      Infinity,
    );
    expect(outcome).toMatchObject({
      status: "partial",
      results: [{ problems: [{ error: { code: "FORM_CHANGED" } }] }],
    });
    expect(records).toHaveLength(5);
  });
});
