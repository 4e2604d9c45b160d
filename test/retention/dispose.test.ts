import { beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/archive/bytes/digest";
import type { OpenDestination } from "../../src/domain/destination";
import type { DisposalOutcome, DisposalStart } from "../../src/domain/disposal-outcome";
import type { Disposals } from "../../src/domain/disposals";
import { BackupError } from "../../src/domain/errors";
import { RUNS_OVER_ALL } from "../../src/domain/kept-archives";
import { dispose } from "../../src/retention/dispose";
import { generationsAt } from "../../src/retention/generations-at";

const volume = (name: string) => ({ name, size: name.length, sha256: sha256Hex(name) });
const VOLUMES = [volume("a.zip"), volume("a.part02.zip")];
const ARCHIVE = {
  ...{ runId: "run-1", startedAt: new Date("2026-09-01T18:00:00Z"), isWhole: true, series: RUNS_OVER_ALL },
  ...{ volumes: VOLUMES, digest: "d".repeat(64), savedAt: ["nas", "drive"] },
};
const ORDER = {
  ...{ operator: { code: "sato", name: "佐藤 昇" }, place: "nas", rule: "daily 14" },
  confirmation: { previewDigest: "b".repeat(64), by: "佐藤 昇", at: new Date("2026-11-01T00:00:00Z") },
};

describe("a disposal", () => {
  let files: Map<string, string>;
  let story: string[];
  let ended: DisposalOutcome | undefined;
  let holds: Map<string, string>;
  let refuses: (name: string) => unknown;
  let cancelling: AbortController;

  const destination = {
    kind: "folder",
    claim: () => Promise.reject(new Error("not asked for")),
    deliver: () => Promise.reject(new Error("not asked for")),
    list: async () => [...files].map(([name, text]) => ({ name, size: text.length })),
    async *read(name) {
      story.push(`read ${name}`);
      yield new TextEncoder().encode(files.get(name));
    },
    async remove(name) {
      const refusal = refuses(name);
      if (refusal) throw refusal;
      story.push(`remove ${name}`);
      files.delete(name);
    },
  } satisfies OpenDestination;

  const disposals: Disposals = {
    known: async () => ({ holds, confirmations: new Map(), disposed: new Map() }),
    confirm: () => Promise.reject(new Error("not asked for")),
    hold: () => Promise.reject(new Error("not asked for")),
    async begin({ volumes }: DisposalStart) {
      story.push(`begin ${volumes.map(({ name }) => name).join(", ")}`);
    },
    report: async () => undefined,
    async finish(outcome) {
      story.push(`finish ${outcome.verdict}`);
      ended = outcome;
      return "1";
    },
  };

  const present = async (more: Partial<Parameters<typeof generationsAt>[2]> = {}) => {
    const around = { holds, disposed: new Set<string>(), ...more };
    return generationsAt(await destination.list(), [ARCHIVE], around);
  };
  const go = async () => {
    const [generation] = await present({ disposed: new Set(["run-1"]) });
    return dispose(generation!, ORDER, {
      ...{ destination, disposals, newId: () => "disposal-1", elsewhere: () => ["drive"], requests: () => 3 },
      ...{ clock: { now: () => new Date("2026-11-30T00:00:00Z") }, signal: cancelling.signal },
    });
  };

  beforeEach(() => {
    files = new Map(VOLUMES.map(({ name }) => [name, name]));
    [story, ended, holds, refuses] = [[], undefined, new Map(), () => undefined];
    cancelling = new AbortController();
  });

  it("is written down before the first volume goes, and each is read before it does", async () => {
    const outcome = await go();
    expect(story).toEqual([
      "begin a.zip, a.part02.zip",
      ...["read a.zip", "remove a.zip", "read a.part02.zip", "remove a.part02.zip"],
      "finish disposed",
    ]);
    expect(outcome).toMatchObject({ ...ORDER_FACTS, verdict: "disposed", elsewhere: ["drive"], requests: 0 });
    expect(files.size).toBe(0);
    expect(ended).toBe(outcome);
  });

  it("leaves what is not the history's bytes, and what the place does not remove, with the reason", async () => {
    files.set("a.zip", "A.zip");
    refuses = () => new BackupError("DELIVERY_FAILED", "Access denied");
    const { verdict, disposed } = await go();
    expect(verdict).toBe("remains");
    expect(disposed.map(({ fate, answer }) => [fate, answer])).toEqual([
      ["kept", "not the bytes of the history"],
      ["kept", "DELIVERY_FAILED: Access denied"],
    ]);
    expect([...files.keys()]).toEqual(["a.zip", "a.part02.zip"]);
  });

  it("lets the rest go when one volume cannot", async () => {
    refuses = (name) => (name === "a.zip" ? new Error("EBUSY") : undefined);
    const { verdict, disposed } = await go();
    expect([verdict, ...disposed.map(({ fate }) => fate)]).toEqual(["remains", "kept", "deleted"]);
    expect([...files.keys()]).toEqual(["a.zip"]);
  });

  it("takes nothing that somebody holds since it was decided on", async () => {
    const going = go();
    holds.set("run-1", "監査");
    expect((await going).verdict).toBe("remains");
    expect(story).toEqual(["begin a.zip, a.part02.zip", "finish remains"]);
  });

  it("that is cancelled says so, and what went until then", async () => {
    refuses = () => void cancelling.abort();
    const { verdict, stopped, disposed } = await go();
    expect([verdict, stopped?.code]).toEqual(["stopped", "CANCELLED"]);
    expect(disposed.map(({ fate }) => fate)).toEqual(["deleted", "kept"]);
  });

  it("of what an earlier one left is of that alone", async () => {
    files.delete("a.zip");
    expect((await present())[0]?.isKnown).toBe(false);
    expect((await go()).disposed.map(({ name }) => name)).toEqual(["a.part02.zip"]);
  });
});

const ORDER_FACTS = {
  ...{ place: "nas", rule: "daily 14", approvedBy: "佐藤 昇", previewDigest: "b".repeat(64) },
  ...{ archiveRunId: "run-1", archiveDigest: "d".repeat(64), disposalId: "disposal-1" },
};

describe("what lies in a place", () => {
  const at = (files: Array<[string, number]>, disposed: string[] = []) =>
    generationsAt(
      files.map(([name, size]) => ({ name, size })),
      [ARCHIVE],
      { holds: new Map([["run-1", "監査"]]), disposed: new Set(disposed) },
    );

  it("is a generation when a volume of it is there, and known when all are, in their sizes", () => {
    expect(at([["b.zip", 5]])).toEqual([]);
    const whole: Array<[string, number]> = [
      ["a.zip", 5],
      ["a.part02.zip", 12],
      ["b.zip", 5],
    ];
    expect(at(whole)).toMatchObject([{ runId: "run-1", bytes: 17, isKnown: true, held: "監査" }]);
    expect(at(whole.slice(1))).toMatchObject([{ bytes: 12, isKnown: false }]);
    expect(at(whole.slice(1), ["run-1"])).toMatchObject([{ bytes: 12, isKnown: true }]);
    expect(at([["a.zip", 6], ...whole.slice(1)])).toMatchObject([{ isKnown: false }]);
  });

  it("is locked until the last of its volumes is free", () => {
    const files = VOLUMES.map(({ name, size }, part) => ({ name, size, lockedUntil: new Date(2027, part) }));
    const [locked] = generationsAt(files, [ARCHIVE], { holds: new Map(), disposed: new Set() });
    expect(locked?.lockedUntil).toEqual(new Date(2027, 1));
  });
});
