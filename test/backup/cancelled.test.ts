import { describe, expect, it } from "vitest";
import { BackupError, cancelledByUser } from "../../src/domain/errors";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { freeNames } from "../contracts/free-names";
import { type ScriptedApp, type ScriptedCall, createScriptedSource, scriptedRecord } from "./scripted-kintone";
import { runOver, target } from "./scripted-run";
import { onePlace } from "../contracts/one-place";

/** The form is read first, in English, and once more in the end. */
const LAST_OF_FORM = 3;

const app = (): ScriptedApp => ({
  name: "品質記録",
  records: [1, 2, 5].map((id) => scriptedRecord(id)),
  files: {},
});

/** A source that cancels the run when it is called so; its answer comes all the same, so nothing rejects. */
function cancellingAt(
  isNow: (call: ScriptedCall) => boolean,
  meanwhile: (call: ScriptedCall, own: ScriptedApp) => void,
  recordsPerPage = 2,
) {
  const cancelling = new AbortController();
  const own = app();
  const onCall = (call: ScriptedCall) => {
    meanwhile(call, own);
    if (isNow(call)) cancelling.abort(cancelledByUser());
  };
  const source = createScriptedSource({ 12: own }, onCall, recordsPerPage);
  return { source, signal: cancelling.signal, own };
}

describe("a run that is cancelled", () => {
  it("after the last answer, before anything is packed, is no success without an archive", async () => {
    let forms = 0;
    const { source, signal } = cancellingAt(
      ({ argument }) => argument === "app/form/fields" && (forms += 1) === LAST_OF_FORM,
      () => undefined,
    );
    const { outcome, delivered } = await runOver(source, [target("12")], { signal });
    expect(delivered).toEqual([]);
    expect(outcome.status).toBe("cancelled");
    expect(outcome.results.map(({ status }) => status)).toEqual(["cancelled"]);
  });

  it("is cancelled although the list of targets could not be read meanwhile", async () => {
    const cancelling = new AbortController();
    const targets = {
      async enabled() {
        cancelling.abort(cancelledByUser());
        throw new BackupError("UNAVAILABLE", "503", { retryable: true });
      },
      news: async () => ({ lost: [], rules: [] }),
      recordResults: async () => undefined,
    };
    const source = createScriptedSource({ 12: app() });
    const { outcome } = await runOver(source, [], { targets, signal: cancelling.signal });
    expect(outcome).toMatchObject({ status: "cancelled", problems: [], results: [] });
  });

  it("still tells that its history could not be written", async () => {
    const history = {
      begin: async () => undefined,
      report: async () => undefined,
      finish: () => Promise.reject(new BackupError("HISTORY_UNWRITABLE", "503")),
    };
    const signal = AbortSignal.abort(cancelledByUser());
    const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], { history, signal });
    expect(outcome).toMatchObject({ status: "cancelled", problems: [{ step: "history" }] });
  });

  it("stops in the middle of a volume that is copied, and removes those that were not delivered", async () => {
    const cancelling = new AbortController();
    const removed: string[] = [];
    const memory = createMemoryWorkspace();
    const delivered: string[] = [];
    const { outcome } = await runOver(createScriptedSource({ 12: app() }), [target("12")], {
      signal: cancelling.signal,
      options: { volumeLimits: { maxEntries: 2, maxBytes: 1024 ** 3 } },
      workspace: {
        ...memory,
        remove(name) {
          removed.push(name);
          return memory.remove(name);
        },
      },
      places: onePlace({
        ...{ kind: "folder", ...freeNames },
        async deliver({ name, file }) {
          if (delivered.length === 1) cancelling.abort(cancelledByUser());
          for await (const _ of file.stream());
          delivered.push(name);
          return {};
        },
      }),
    });
    expect(outcome.status).toBe("cancelled");
    expect(outcome.volumes.map(({ name }) => name)).toEqual(delivered);
    expect(delivered).toHaveLength(1);
    const volumes = removed.filter((name) => name.startsWith("volume"));
    expect(volumes.length).toBeGreaterThan(1);
    expect(volumes).not.toContain("volume-01");
  });

  it("does not copy the records any further that it knows", async () => {
    const { source, signal, own } = cancellingAt(
      ({ method }) => method === "copyRecordsById",
      ({ method }, { records }) => {
        if (method === "readVersions") records.at(-1)!.$revision!.value = "2";
      },
      500,
    );
    own.records = Array.from({ length: 300 }, (_, index) => scriptedRecord(index + 1));
    const memory = createMemoryWorkspace();
    let writtenAfterwards = 0;
    const { outcome } = await runOver(source, [target("12")], {
      signal,
      workspace: {
        ...memory,
        async create(name) {
          const writer = await memory.create(name);
          return {
            ...writer,
            write(chunk) {
              if (signal.aborted) writtenAfterwards += 1;
              return writer.write(chunk);
            },
          };
        },
      },
    });
    expect(outcome.status).toBe("cancelled");
    expect(writtenAfterwards).toBeLessThan(10);
  });
});
