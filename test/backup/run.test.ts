import { describe, expect, it } from "vitest";
import type { Destination } from "../../src/domain/destination";
import { BackupError, cancelledByUser } from "../../src/domain/errors";
import type { JournalLine, RunJournal } from "../../src/backup/journal/entries";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { freeNames } from "../contracts/free-names";
import { type ScriptedApp, createScriptedSource, scriptedRecord } from "./scripted-kintone";
import { runOver, target } from "./scripted-run";
import { onePlace } from "../contracts/one-place";

/** Five records over three pages; the second has two files, of one name. */
function app(): ScriptedApp {
  return {
    name: "品質記録",
    records: [
      scriptedRecord(1),
      scriptedRecord(2, [
        ["k1", "図面.txt", 5],
        ["k2", "図面.txt", 6],
      ]),
      scriptedRecord(5),
      scriptedRecord(7, [["k3", "a.txt", 3]]),
      scriptedRecord(9),
    ],
    files: { k1: "first", k2: "second", k3: "abc" },
  };
}

const codesOf = (problems: ReadonlyArray<{ error: BackupError }>) => problems.map(({ error }) => error.code);

describe("a run where everything goes well", () => {
  it("is a success whose archive holds every record, file and setting", async () => {
    const { outcome, contents, history } = await runOver(createScriptedSource({ 12: app() }), [target("12")]);
    expect(outcome.status).toBe("success");
    expect([...contents.keys()].sort()).toEqual([
      "12/attachments/file-2/図面 (1).txt",
      "12/attachments/file-2/図面.txt",
      "12/attachments/file-7/a.txt",
      "12/comments.jsonl",
      "12/records.csv",
      "12/records.jsonl",
      "12/settings/app.json",
      "12/settings/app/form/fields.json",
      "12/settings/app/form/layout.json",
      "12/settings/app/settings.json",
      "12/settings/app/views.json",
      "README.txt",
      "manifest.json",
    ]);
    expect(contents.get("12/attachments/file-2/図面 (1).txt")).toBe("second");
    const ids = contents
      .get("12/records.jsonl")!
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).$id.value);
    expect(ids).toEqual(["1", "2", "5", "7", "9"]);
    expect(outcome).toMatchObject({ records: 5, attachments: 3, requests: 7, destination: "folder" });
    expect(outcome.results[0]?.target.appName).toBe("品質記録");
    expect(history.finished).toBe(outcome);
    expect(history.log).toContain("volume-verified");
  });

  it("gives the same entries byte for byte when it is run again, however the answers are timed", async () => {
    const slow = createScriptedSource({ 12: app() }, async ({ argument }) => {
      if (argument === "k1") await new Promise((resolve) => setTimeout(resolve, 30));
    });
    const first = await runOver(createScriptedSource({ 12: app() }), [target("12")]);
    const second = await runOver(slow, [target("12")]);
    expect([...second.contents]).toEqual([...first.contents]);
  });

  it("counts an app without records as complete", async () => {
    const { outcome, contents } = await runOver(createScriptedSource({ 12: { name: "空", records: [], files: {} } }), [
      target("12"),
    ]);
    expect(outcome.status).toBe("success");
    expect(contents.get("12/records.jsonl")).toBe("");
    expect(contents.get("12/records.csv")).toBe('"text","file"\n');
  });

  it("splits into volumes that together hold everything, each with its own manifest", async () => {
    const { outcome, delivered, contents } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
      options: { volumeLimits: { maxEntries: 4, maxBytes: 10_000_000 } },
    });
    expect(outcome.status).toBe("success");
    expect(delivered.map(({ name }) => name)).toEqual([
      "backup_20261120_120000.zip",
      "backup_20261120_120000.part02.zip",
      "backup_20261120_120000.part03.zip",
      ...(delivered.length > 3 ? ["backup_20261120_120000.part04.zip"] : []),
    ]);
    expect(contents.size).toBe(13);
    expect(JSON.parse(contents.get("manifest.json")!)).toMatchObject({ last: true, volume: delivered.length });
  });
});

describe("a run that loses something", () => {
  it("goes on with the other targets, and says which one failed and why", async () => {
    const source = createScriptedSource({ 12: app() });
    const { outcome, contents } = await runOver(source, [target("99"), target("12")]);
    expect(outcome.status).toBe("partial");
    expect(outcome.results.map(({ status }) => status)).toEqual(["failed", "success"]);
    expect(outcome.results[0]?.problems[0]).toMatchObject({
      step: "settings",
      error: { code: "APP_NOT_FOUND", facts: { app: "99" } },
    });
    expect(contents.has("12/records.jsonl")).toBe(true);
    expect(JSON.parse(contents.get("manifest.json")!).targets[0].missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "app" }),
    );
  });

  it("names an attachment that is gone, and CSV does not speak of it", async () => {
    const broken = app();
    delete broken.files.k2;
    const { outcome, contents } = await runOver(createScriptedSource({ 12: broken }), [target("12")]);
    expect(outcome.status).toBe("partial");
    expect(outcome.results[0]?.problems[0]).toMatchObject({
      step: "attachments",
      error: { code: "FILE_GONE", facts: { app: "12", record: "2", field: "file", file: "図面.txt" } },
    });
    expect(outcome.attachments).toBe(2);
    expect(contents.get("12/records.csv")).not.toContain("図面 (1).txt");
    expect(JSON.parse(contents.get("manifest.json")!).targets[0].attachments).toEqual({ expected: 3, written: 2 });
  });

  it("looks an attachment's key up again, once, when kintone no longer knows it", async () => {
    const changed = app();
    const source = createScriptedSource({ 12: changed }, ({ method, argument }) => {
      if (method !== "openFile" || argument !== "k3" || !("k3" in changed.files)) return;
      changed.files = { k1: "first", k2: "second", k4: "abc" };
      changed.records[3] = scriptedRecord(7, [["k4", "a.txt", 3]]);
    });
    const { outcome, contents } = await runOver(source, [target("12")]);
    expect(outcome.status).toBe("success");
    expect(contents.get("12/attachments/file-7/a.txt")).toBe("abc");
  });

  it("keeps content that is not as long as the record says, and is not a success", async () => {
    const shorter = app();
    shorter.files.k3 = "ab";
    const { outcome, contents } = await runOver(createScriptedSource({ 12: shorter }), [target("12")]);
    expect(outcome.status).toBe("partial");
    expect(codesOf(outcome.results[0]!.problems)).toEqual(["FILE_SIZE_MISMATCH"]);
    expect(contents.get("12/attachments/file-7/a.txt")).toBe("ab");
  });

  it("tells of a field that the records lack", async () => {
    const hidden = app();
    for (const record of hidden.records) delete record.text;
    const { outcome } = await runOver(createScriptedSource({ 12: hidden }), [target("12")]);
    expect(outcome.status).toBe("partial");
    expect(outcome.results[0]?.problems).toMatchObject([
      { error: { code: "FIELD_NOT_READABLE", facts: { field: "text" } } },
    ]);
  });

  it("keeps what was read when the records break off in the middle", async () => {
    const source = createScriptedSource({ 12: app() }, ({ method, argument }) => {
      if (method === "copyRecords" && argument === "2")
        throw new BackupError("UNAVAILABLE", "503", { retryable: true });
    });
    const { outcome, contents } = await runOver(source, [target("12")]);
    expect(outcome.status).toBe("partial");
    expect(codesOf(outcome.results[0]!.problems)).toEqual(["UNAVAILABLE"]);
    expect(contents.get("12/records.jsonl")!.split("\n")).toHaveLength(3);
    expect(JSON.parse(contents.get("manifest.json")!).targets[0].records).toEqual({ expected: 5, written: 2 });
  });
});

describe("a run that comes to nothing", () => {
  it("is failed, and recorded, when no target is enabled", async () => {
    const { outcome, delivered, history } = await runOver(createScriptedSource({}), []);
    expect(outcome.status).toBe("failed");
    expect(outcome.problems).toMatchObject([{ step: "targets", error: { code: "NO_TARGETS" } }]);
    expect(delivered).toEqual([]);
    expect(history.finished?.status).toBe("failed");
  });

  it("is failed when a target names no app", async () => {
    const { outcome } = await runOver(createScriptedSource({}), [target("")]);
    expect(outcome.status).toBe("failed");
    expect(outcome.results[0]?.problems).toMatchObject([
      { error: { code: "TARGET_INCOMPLETE", facts: { record: "90" } } },
    ]);
  });

  it("is cancelled soon, delivers nothing and leaves nothing", async () => {
    const cancelling = new AbortController();
    const source = createScriptedSource({ 12: app(), 13: app() }, ({ argument }) => {
      if (argument === "k2") cancelling.abort(cancelledByUser());
      cancelling.signal.throwIfAborted();
    });
    const workspace = createMemoryWorkspace();
    let cleared = false;
    const { outcome, delivered, history } = await runOver(source, [target("12"), target("13")], {
      signal: cancelling.signal,
      workspace: { ...workspace, clear: async () => void (cleared = true) },
    });
    expect(outcome.status).toBe("cancelled");
    expect(outcome.results.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    expect(delivered).toEqual([]);
    expect(cleared).toBe(true);
    expect(history.finished?.status).toBe("cancelled");
  });

  it("is failed when there is no room", async () => {
    const { outcome, delivered } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
      workspace: createMemoryWorkspace({ capacity: 900 }),
    });
    expect(outcome.status).toBe("failed");
    expect(codesOf(outcome.results[0]!.problems)).toEqual(["NO_SPACE"]);
    expect(delivered).toEqual([]);
  });

  it("ends when the place of its files takes nothing more: of no other target is anything begun", async () => {
    const asked = new Set<string>();
    const ids = Array.from({ length: 12 }, (_, index) => String(12 + index));
    const source = createScriptedSource(Object.fromEntries(ids.map((id) => [id, app()])), ({ app: appId, method }) => {
      if (method !== "countRecords") asked.add(appId);
    });
    const gone = new BackupError("DELIVERY_FAILED", "ENOENT", { facts: { refusal: "no-folder" } });
    const { outcome } = await runOver(
      source,
      ids.map((id) => target(id)),
      { workspace: { ...createMemoryWorkspace(), create: () => Promise.reject(gone) } },
    );
    expect([...asked]).toEqual(ids.slice(0, 8));
    for (const { problems } of outcome.results)
      expect(new Set(codesOf(problems))).toEqual(new Set(["DELIVERY_FAILED"]));
    expect(outcome.status).toBe("failed");
  });

  it("is failed when the archive cannot be delivered", async () => {
    const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
      places: onePlace({
        kind: "folder",
        ...freeNames,
        deliver: () => Promise.reject(new BackupError("DELIVERY_FAILED", "no")),
      }),
    });
    expect(outcome.status).toBe("failed");
    expect(outcome.problems).toMatchObject([{ step: "deliver", error: { code: "DELIVERY_FAILED" } }]);
  });

  it.each(["ESTALE", "InvalidStateError", "ESOMEDAY"])(
    "ends when the place of its files fails for whatever reason (%s), and is failed when there is no volume",
    async (reason) => {
      const ids = Array.from({ length: 12 }, (_, index) => String(12 + index));
      const asked = new Set<string>();
      const source = createScriptedSource(Object.fromEntries(ids.map((id) => [id, app()])), (call) => {
        if (call.method !== "countRecords") asked.add(call.app);
      });
      const broken = Object.assign(new Error("no"), { code: reason });
      const { outcome } = await runOver(
        source,
        ids.map((id) => target(id)),
        { workspace: { ...createMemoryWorkspace(), create: () => Promise.reject(broken) } },
      );
      expect(asked.size).toBe(8);
      expect(outcome.status).toBe("failed");
      for (const { status, problems } of outcome.results) {
        expect([status, new Set(codesOf(problems))]).toEqual(["failed", new Set(["WORKSPACE_FAILED"])]);
        expect(problems[0]?.error).toMatchObject({ facts: { reason }, cause: broken });
      }
    },
  );

  it("reads nothing when there is no name for its archive", async () => {
    const asked: string[] = [];
    const source = createScriptedSource({ 12: app() }, ({ method }) => void asked.push(method));
    const { outcome, history } = await runOver(source, [target("12")], {
      places: onePlace({ kind: "folder", claim: () => Promise.reject(new Error("no")), deliver: async () => ({}) }),
    });
    expect(asked).toEqual([]);
    expect(outcome.status).toBe("failed");
    expect(outcome.results).toMatchObject([{ status: "failed", problems: [{ error: { code: "DELIVERY_FAILED" } }] }]);
    expect(history.log).toContain("problem DELIVERY_FAILED");
  });

  it("lets go of its name in the end, however it ends", async () => {
    const broken = () => Promise.reject(new Error("no"));
    for (const [changes, status] of [
      [{}, "success"],
      [{ workspace: { ...createMemoryWorkspace(), create: broken } }, "failed"],
      [{ signal: AbortSignal.abort(cancelledByUser()) }, "cancelled"],
    ] as const) {
      const claims: string[] = [];
      const claim: Destination["claim"] = async ({ owner, names }) => {
        claims.push(`${owner} ${names.join(" ")}`);
        return { name: names[1] ?? "", release: async () => void claims.push("released") };
      };
      const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
        ...changes,
        places: onePlace({ kind: "folder", claim, deliver: async () => ({}) }),
      });
      expect(outcome.status).toBe(status);
      expect(claims).toEqual(["run-1 backup_20261120_120000 backup_20261120_120000-1", "released"]);
      expect(outcome.volumes.map(({ name }) => name)).toEqual(
        status === "success" ? ["backup_20261120_120000-1.zip"] : [],
      );
    }
  });

  it("tells in its log of a volume that may not be on the disk yet, and is a success", async () => {
    const { outcome, history } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
      places: onePlace({ kind: "folder", ...freeNames, deliver: async () => ({ notOnDisk: "ENOTSUP" }) }),
    });
    expect(outcome.status).toBe("success");
    expect(history.log).toMatch(/volume-delivered[^]*volume-not-on-disk/);
  });

  it("does nothing when another run is under way", async () => {
    const another = new BackupError("ANOTHER_RUN", "somebody");
    const history = { begin: () => Promise.reject(another), report: async () => undefined, finish: async () => "1" };
    const asked: unknown[] = [];
    const source = createScriptedSource({ 12: app() }, (call) => void asked.push(call));
    await expect(runOver(source, [target("12")], { history })).rejects.toBe(another);
    expect(asked).toEqual([]);
  });
});

describe("a run that its history refuses", () => {
  const refusal = new BackupError("HISTORY_REFUSED", "no right to add", { facts: { lacking: "add" } });
  const refused = () => Promise.reject(refusal);

  it("is failed before anything is read, and nothing more is asked of the history", async () => {
    const asked: string[] = [];
    const ask =
      <Answer>(what: string, answer: Answer) =>
      async () => {
        asked.push(what);
        return answer;
      };
    const source = createScriptedSource({ 12: app() }, (call) => void asked.push(call.method));
    const { outcome, delivered } = await runOver(source, [target("12")], {
      history: { begin: refused, report: ask("report", undefined), finish: ask("finish", "1") },
      targets: {
        enabled: ask("targets", [target("12")]),
        news: ask("news", { lost: [], rules: [] }),
        recordResults: ask("results", undefined),
      },
    });
    expect(outcome).toMatchObject({ status: "failed", results: [], volumes: [], historyRecordId: undefined });
    expect(outcome.problems).toMatchObject([{ step: "history", error: { code: "HISTORY_REFUSED" } }]);
    expect([asked, delivered]).toEqual([[], []]);
  });

  const journalled = (lines: JournalLine[]) => {
    const done: string[] = [];
    const journal: RunJournal = {
      async *lines() {
        yield* lines;
      },
      note: async (line) => void lines.push(line),
      file: async () => undefined,
      sweep: async () => undefined,
      end: async () => void done.push("end"),
    };
    const workspace = { ...createMemoryWorkspace(), clear: async () => void done.push("clear") };
    return { done, parts: { journal, workspace, history: { begin: refused, report: refused, finish: refused } } };
  };

  it("leaves nothing behind", async () => {
    const { done, parts } = journalled([]);
    await runOver(createScriptedSource({}), [], parts);
    expect(done).toEqual(["end", "clear"]);
  });

  it("keeps what an earlier attempt had read: the right may come back", async () => {
    const { done, parts } = journalled([{ kind: "begun", targets: [target("12")], requests: 5 }]);
    const { outcome } = await runOver(createScriptedSource({}), [], parts);
    expect([outcome.status, done]).toEqual(["failed", []]);
  });
});

describe("a run whose history cannot be written", () => {
  const unwritable = () => Promise.reject(new BackupError("HISTORY_UNWRITABLE", "no right to add"));

  it("is no trouble when only the beginning could not be written", async () => {
    const history = { begin: unwritable, report: unwritable, finish: async () => "7" };
    const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], { history });
    expect(outcome).toMatchObject({ status: "success", problems: [], historyRecordId: "7" });
  });

  it("still delivers, and says so when it cannot be written at all", async () => {
    const history = { begin: unwritable, report: unwritable, finish: unwritable };
    const { outcome, delivered } = await runOver(createScriptedSource({ 12: app() }), [target("12")], { history });
    expect(outcome.status).toBe("success");
    expect(delivered).toHaveLength(1);
    expect(outcome.historyRecordId).toBeUndefined();
    expect(codesOf(outcome.problems)).toEqual(["HISTORY_UNWRITABLE"]);
  });

  it("says so when it cannot finish", async () => {
    const history = { begin: async () => undefined, report: unwritable, finish: unwritable };
    const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], { history });
    expect(outcome.problems).toMatchObject([{ step: "history", error: { code: "HISTORY_UNWRITABLE" } }]);
  });
});
