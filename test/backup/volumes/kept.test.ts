import { describe, expect, it } from "vitest";
import { BackupError, cancelledByUser } from "../../../src/domain/errors";
import type { Workspace } from "../../../src/domain/workspace";
import { createCopier } from "../../../src/records/copier";
import { createMemoryWorkspace } from "../../../src/workspace/memory";
import { createScriptedSource, scriptedRecord, type ScriptedApp } from "../scripted-kintone";
import { runOver, target } from "../scripted-run";
import { freeNames } from "../../contracts/free-names";
import { onePlace } from "../../contracts/one-place";

const app = (): ScriptedApp => ({
  name: "図面",
  records: [scriptedRecord(1, [["k1", "a.txt", 3]]), scriptedRecord(2), scriptedRecord(3)],
  files: { k1: "abc" },
});

/** A workspace in which the writing of the nth volume fails. */
function breakingAtVolume(number: number): Workspace {
  const workspace = createMemoryWorkspace();
  return {
    ...workspace,
    async create(name) {
      const writer = await workspace.create(name);
      if (name !== `volume-0${number}`) return writer;
      return { ...writer, write: () => Promise.reject(new BackupError("UNEXPECTED", "EIO")) };
    },
  };
}

const recorded = (results: ReadonlyArray<{ status: string }>) => results.map(({ status }) => status);

describe("a target counts as backed up only when the archive with it arrived", () => {
  it("not when the run was cancelled after it", async () => {
    const cancelling = new AbortController();
    const source = createScriptedSource({ 1: app(), 2: app() }, ({ app: appId, method }) => {
      if (appId === "2" && method === "copyRecords") cancelling.abort(cancelledByUser());
      cancelling.signal.throwIfAborted();
    });
    const told: string[][] = [];
    const { outcome } = await runOver(source, [target("1"), target("2")], {
      signal: cancelling.signal,
      targets: {
        enabled: async () => [target("1"), target("2")],
        news: async () => ({ lost: [], rules: [] }),
        recordResults: async (results) => void told.push(recorded(results)),
      },
    });
    expect(outcome.status).toBe("cancelled");
    expect(recorded(outcome.results)).toEqual(["cancelled", "cancelled"]);
    expect(told).toEqual([["cancelled", "cancelled"]]);
  });

  it("not when it could not be delivered", async () => {
    const { outcome } = await runOver(createScriptedSource({ 1: app() }), [target("1")], {
      places: onePlace({
        kind: "folder",
        ...freeNames,
        deliver: () => Promise.reject(new BackupError("DELIVERY_FAILED", "no")),
      }),
    });
    expect(recorded(outcome.results)).toEqual(["failed"]);
    expect(outcome.results[0]?.problems).toMatchObject([{ step: "deliver", error: { code: "DELIVERY_FAILED" } }]);
    expect(outcome.volumes).toEqual([]);
  });

  it("not when a later volume could not be written; what was read back is delivered all the same", async () => {
    const { outcome, delivered } = await runOver(
      createScriptedSource({ 1: app(), 2: app() }),
      [target("1"), target("2")],
      {
        workspace: breakingAtVolume(2),
        options: { volumeLimits: { maxEntries: 4, maxBytes: 10_000_000 } },
      },
    );
    expect(outcome.status).toBe("failed");
    expect(outcome.problems).toMatchObject([{ step: "pack", error: { message: "EIO" } }]);
    expect(recorded(outcome.results)).toEqual(["failed", "failed"]);
    // The first was still waiting for its README when the second broke.
    expect(delivered.map(({ name }) => name)).toEqual(["backup_20261120_120000.zip"]);
    expect(outcome.volumes).toHaveLength(1);
  });
});

describe("what a destination is given", () => {
  it("breaks when the volume changed after it was read back", async () => {
    const workspace = createMemoryWorkspace();
    let reads = 0;
    const changing: Workspace = {
      ...workspace,
      async create(name) {
        const writer = await workspace.create(name);
        if (!name.startsWith("volume")) return writer;
        const close = async () => {
          const file = await writer.close();
          const stream = () => {
            reads += 1;
            return new Blob(["something else"]).stream();
          };
          return { ...file, stream };
        };
        return { ...writer, close };
      },
    };
    const copied: number[] = [];
    const { outcome } = await runOver(createScriptedSource({ 1: app() }), [target("1")], {
      workspace: changing,
      places: onePlace({
        ...{ kind: "folder", ...freeNames },
        async deliver({ file }) {
          copied.push((await new Response(file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).blob()).size);
          return {};
        },
      }),
    });
    expect([reads, copied]).toEqual([1, []]);
    expect(outcome.status).toBe("failed");
  });
});

describe("what may not be seen", () => {
  it("is told for fields in tables too", async () => {
    const source = createScriptedSource({ 1: app() });
    const { outcome } = await runOver(
      {
        ...source,
        async readSetting(of, name) {
          const answer = await source.readSetting(of, name);
          if (name !== "app/form/fields") return answer;
          const inner = { seen: { type: "NUMBER", code: "seen" }, secret: { type: "NUMBER", code: "secret" } };
          return { properties: { t: { type: "SUBTABLE", code: "t", fields: inner } }, revision: "5" } as never;
        },
        async copyRecords(of, range, order) {
          const row = { id: "1", value: { seen: { type: "NUMBER", value: "1" } } };
          const records = await source.readRecords(of, range);
          return createCopier(order)(records.map((record) => ({ ...record, t: { type: "SUBTABLE", value: [row] } })));
        },
      },
      [target("1")],
    );
    expect(outcome.results[0]?.problems).toMatchObject([{ error: { facts: { field: "t.secret" } } }]);
  });
});

describe("an outage", () => {
  it("ends the run after three targets and those under way by then, and every target has a result", async () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const asked = new Set<string>();
    const source = createScriptedSource({ 1: app() }, ({ app: appId }) => {
      asked.add(appId);
      throw new BackupError("UNAVAILABLE", "503", { retryable: true });
    });
    const { outcome } = await runOver(
      source,
      ids.map((id) => target(id)),
    );
    expect(asked.size).toBeLessThanOrEqual(11);
    expect(recorded(outcome.results)).toEqual(ids.map(() => "failed"));
    expect(outcome.status).toBe("failed");
  });
});

it("an abort that nobody asked for is a failure, not a cancellation", async () => {
  const source = createScriptedSource({ 1: app() }, ({ method }) => {
    if (method === "countRecords") throw new DOMException("The disk is tired", "AbortError");
  });
  const { outcome } = await runOver(source, [target("1")]);
  expect(outcome.status).toBe("failed");
  expect(outcome.results[0]?.problems).toMatchObject([{ error: { code: "UNEXPECTED" } }]);
});

it("a file's name cannot forge a line of the log", async () => {
  const forged = { ...app(), name: "図面\r\n2026-11-20T03:00:00.000Z run-finished success" };
  const { history } = await runOver(createScriptedSource({ 1: forged }), [target("1")], {
    describe: (event) => (event.kind === "target-finished" ? event.result.target.appName : event.kind),
  });
  expect(history.log.split(/[\r\n\u2028]/).filter((line) => line.includes("run-finished success"))).toEqual([
    expect.stringMatching(/^2026-11-20T\S+Z 図面 2026/),
  ]);
});
