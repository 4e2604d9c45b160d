import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../src/domain/errors";
import type { RestoreFiles } from "../../src/domain/restores";
import { compareForms } from "../../src/restore/compare/compared-forms";
import type { RestoreReportLine } from "../../src/restore/report/report-line";
import { type KeptRestore, runRestore, type RestoreWorld } from "../../src/restore/run-restore";
import type { RestoreProgress } from "../../src/restore/restore-progress";
import { restoredMessagesFor } from "../../src/screens/text/restored/language";
import { describeReportLine, isOtherwise } from "../../src/screens/text/restored/restore-report";
import { addInspections } from "../backup/whole-runs/inspections";
import { blobOf, restorableKintone } from "./archived-app";
import { EVERYTHING, memoryJournal } from "./write/restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const ASKED = {
  ...({ restoreId: "20261123T030000Z-4f9a1c", trigger: "headless", reason: "somebody deleted them" } as const),
  operator: { code: "admin", name: "admin" },
  startedAt: new Date("2026-11-23T03:00:00Z"),
};
const SAFETY = { runId: "20261123T025900Z-aaaaaa", archiveDigest: "ab" };

/** A restore of everything into the app that it came from, whose world notes what it is asked for, in that order. */
async function scene(damage: (appId: number) => Promise<unknown>, records = 8) {
  const app = addInspections(domain, { records });
  if (domain.people.users.has("gone")) app.addRecord({ 品番: { value: "P-9" } }, { creator: "gone" });
  const archived = await kintone.archive(app.id);
  await damage(app.id);
  const { source, sink, sent } = kintone.access();
  const forms = await compareForms(archived, { appId: String(app.id) }, source);
  if ("reason" in forms) throw new Error(forms.reason);
  const steps: string[] = [];
  const lines: RestoreReportLine[] = [];
  const state = { kept: undefined as KeptRestore | undefined, files: undefined as RestoreFiles | undefined };
  const isWrite = ({ method, path }: { method: string; path: string }) => path === "records.json" && method !== "GET";
  const world: RestoreWorld = {
    ...{ source, sink, blobOf, journal: memoryJournal(), signal: new AbortController().signal },
    ...{ pause: async () => undefined, requestsAllowed: () => 4, report: () => undefined, requests: () => sent.length },
    clock: { now: () => new Date("2026-11-23T03:01:00Z") },
    planText: (plan) => JSON.stringify(plan),
    async secureApp() {
      steps.push("secured");
      return SAFETY;
    },
    async keep(kept) {
      steps.push("kept");
      state.kept = kept;
    },
    async openReport() {
      lines.length = 0;
      return { tell: async (line) => void lines.push(line), texts: () => lines.map((line) => JSON.stringify(line)) };
    },
    restores: {
      async begin() {
        steps.push(`begun after ${sent.filter(isWrite).length} writes`);
      },
      report: async () => undefined,
      async finish(_outcome, files) {
        steps.push("finished");
        state.files = files;
        return "7";
      },
      putBack: async () => new Map(),
      untold: async () => [],
      isTold: async () => true,
    },
  };
  const archive = { runId: "run", createdAt: new Date(0), digest: "cd", isTold: true, appId: String(app.id) };
  const asked = { ...ASKED, archive, app: { appId: String(app.id), name: "検査" } };
  const order = { archived, app: { appId: String(app.id) }, forms, choices: EVERYTHING };
  const writes = () => sent.filter(isWrite).length;
  return {
    app,
    world,
    steps,
    lines,
    state,
    writes,
    run: (more = {}, changes: Partial<RestoreWorld> = {}) =>
      runRestore(asked, { ...order, ...more }, { ...world, ...changes }),
  };
}

const remove =
  (...ids: number[]) =>
  (id: number) =>
    kintone.witness().record.deleteRecords({ app: id, ids });

describe("the story of a restore", () => {
  it("has the app secured and the history told before the first change, and tells of every record in the end", async () => {
    const { app, run, steps, lines, state } = await scene(remove(2, 5));
    const restored = await run();
    expect(steps).toEqual(["secured", "kept", "begun after 0 writes", "finished"]);
    expect(restored).toMatchObject({
      historyRecordId: "7",
      outcome: {
        verdict: "as-planned",
        planned: { add: 2, putBack: 0, remove: 0 },
        safetyBackup: SAFETY,
        notReached: 0,
      },
    });
    expect(restored).toMatchObject({ outcome: { counts: { added: 2 }, requests: expect.any(Number) } });
    expect(app.records.size).toBe(8);
    expect(lines).toMatchObject([
      { kind: "record", id: "2", outcome: "added", newId: "9" },
      { kind: "record", id: "5", outcome: "added", newId: "10" },
      { kind: "restored", verdict: "as-planned", counts: { added: 2 } },
    ]);
    expect([...state.files!.ids]).toEqual([
      ["2", "9"],
      ["5", "10"],
    ]);
    expect([...state.files!.report]).toHaveLength(3);
  });

  it.each([
    ["is not secured", "secureApp"],
    ["cannot be kept", "keep"],
  ] as const)("changes nothing and leaves no trace in the history when the app %s", async (_what, part) => {
    const { run, steps, writes } = await scene(remove(1));
    const refused = new BackupError("NO_SPACE", "The disk is full");
    await expect(run({}, { [part]: () => Promise.reject(refused) })).rejects.toBe(refused);
    expect(steps.filter((step) => step !== "secured")).toEqual([]);
    expect(writes()).toBe(0);
  });

  it("changes nothing while another run has the lock", async () => {
    const { run, world, writes } = await scene(remove(1));
    const begin = () => Promise.reject(new BackupError("ANOTHER_RUN", "Another one"));
    await expect(run({}, { restores: { ...world.restores, begin } })).rejects.toMatchObject({ code: "ANOTHER_RUN" });
    expect(writes()).toBe(0);
  });

  it("tells what it looks for when an answer was lost, and until when, and that it goes on", async () => {
    const { run } = await scene(remove(2, 5));
    domain.faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "drop", after: true } });
    const told: RestoreProgress[] = [];
    const restored = await run({}, { report: (progress) => void told.push(progress) });
    expect(restored).toMatchObject({ outcome: { verdict: "as-planned", counts: { added: 2 } } });
    const from = told.findIndex(({ lookedFor }) => lookedFor);
    expect(told[from]).toMatchObject({
      ...{ phase: "writing", records: { done: 0, total: 2 } },
      lookedFor: { records: 2, until: new Date("2026-11-23T03:03:35Z") },
    });
    expect(told.slice(from + 1).filter(({ lookedFor }) => lookedFor)).toEqual([]);
    expect(told[from + 1]).toHaveProperty("lookedFor", undefined);
  });

  it("goes on where an earlier attempt was: the same plan, no second backup, every record told", async () => {
    const { app, run, steps, state, world, lines } = await scene(remove(1, 2));
    let notes = 0;
    const dying = {
      ...world.journal,
      note: (line: never) => ((notes += 1) === 2 ? new Promise<never>(() => undefined) : world.journal.note(line)),
    };
    void run({}, { journal: dying });
    await expect.poll(() => notes).toBe(2);
    expect(app.records.size).toBe(8);

    steps.length = 0;
    const restored = await run({ earlier: state.kept });
    expect(steps).toEqual(["begun after 1 writes", "finished"]);
    expect(restored).toMatchObject({ outcome: { verdict: "as-planned", counts: { added: 2 }, safetyBackup: SAFETY } });
    expect(app.records.size).toBe(8);
    expect(lines.map(({ kind }) => kind)).toEqual(["record", "record", "restored"]);
  });

  describe("that was broken off when it had written something", () => {
    async function brokenOff() {
      const broken = await scene(async (id) => {
        await remove(1)(id);
        await kintone.witness().record.updateRecord({ app: id, id: 3, record: { 数量: { value: "0" } } });
      });
      const { world } = broken;
      let notes = 0;
      const dying = {
        ...world.journal,
        note: (line: never) => ((notes += 1) === 3 ? new Promise<never>(() => undefined) : world.journal.note(line)),
      };
      void broken.run({}, { journal: dying });
      await expect.poll(() => notes).toBe(3);
      broken.steps.length = 0;
      return broken;
    }
    const ended = { outcome: { verdict: "stopped", counts: { added: 1, undecided: 0 }, notReached: 1 } };

    it("ends with what it had done when the app is gone, and the history has the new ids", async () => {
      const { app, run, steps, state, lines } = await brokenOff();
      domain.apps.delete(app.id);
      const restored = await run({ earlier: state.kept });
      expect(restored).toMatchObject({ ...ended, historyRecordId: "7" });
      expect(restored).toMatchObject({ outcome: { stopped: { code: "APP_NOT_FOUND" } } });
      expect(steps.at(-1)).toBe("finished");
      expect([...state.files!.ids]).toEqual([["1", "9"]]);
      expect(lines.map(({ kind }) => kind)).toEqual(["record", "not-reached", "restored"]);
    });

    it("ends so, too, when nobody can tell under which ids records were put back", async () => {
      const { run, state, world } = await brokenOff();
      const putBack = () => Promise.reject(new BackupError("SESSION_EXPIRED", "log-in"));
      const restored = await run({ earlier: state.kept }, { restores: { ...world.restores, putBack } });
      expect(restored).toMatchObject(ended);
      expect([...state.files!.ids]).toEqual([["1", "9"]]);
    });
  });

  it("names what makes it less than as planned, where kintone set a field by itself", async () => {
    domain.people.addUser({ code: "gone", name: "退職", password: "x" });
    const { run, lines } = await scene(async (id) => {
      domain.people.users.delete("gone");
      await remove(9)(id);
    });
    const { replaced } = EVERYTHING;
    const restored = await run({ choices: { ...EVERYTHING, replaced: { ...replaced, users: { gone: null } } } });
    expect(restored).toMatchObject({ outcome: { verdict: "explained", deviations: 0, counts: { added: 1 } } });
    expect(lines.filter(isOtherwise)).toMatchObject([
      { kind: "explained", id: "9", found: { fields: [{ field: "作成者", role: "stamp" }] } },
    ]);
    const messages = restoredMessagesFor("en");
    expect(lines.filter(isOtherwise).map((line) => describeReportLine(messages, line))).toEqual([
      expect.stringContaining('"作成者"'),
    ]);
  });

  it("adds nothing when another restore was broken off after people had decided, unless they know of it", async () => {
    const { run, world, writes } = await scene(remove(1));
    const other = { restoreId: "R", startedAt: "2026-11-23T02:00:00Z", operator: "佐藤", adds: 1 };
    const changes = { restores: { ...world.restores, untold: async () => [other] } };
    const stopped = { code: "ANOTHER_RUN", facts: { operator: "佐藤" } };
    expect(await run({}, changes)).toMatchObject({ outcome: { verdict: "stopped", notReached: 1, stopped } });
    expect(writes()).toBe(0);
    const choices = { ...EVERYTHING, confirmed: { untold: true } };
    expect(await run({ choices }, changes)).toMatchObject({ outcome: { verdict: "as-planned" } });
  });

  it("says so when the history cannot be told how it ended", async () => {
    const { run, world } = await scene(remove(1));
    const finish = () => Promise.reject(new BackupError("HISTORY_UNWRITABLE", "away"));
    const restored = await run({}, { restores: { ...world.restores, finish } });
    expect(restored).toMatchObject({ outcome: { verdict: "as-planned" }, unrecorded: { code: "HISTORY_UNWRITABLE" } });
  });

  it("writes on when the report cannot be written, and says so", async () => {
    const { app, run } = await scene(remove(1));
    const tell = () => Promise.reject(new BackupError("NO_SPACE", "The disk is full"));
    const restored = await run({}, { openReport: async () => ({ tell, texts: () => [] }) });
    expect(restored).toMatchObject({ outcome: { verdict: "as-planned" }, unreported: { code: "NO_SPACE" } });
    expect(app.records.size).toBe(8);
  });

  it("secures nothing where nothing differs, and is remembered", async () => {
    const { run, steps, writes } = await scene(async () => undefined);
    expect(await run()).toMatchObject({ outcome: { verdict: "as-planned", planned: { add: 0 } } });
    expect([steps, writes()]).toEqual([["kept", "begun after 0 writes", "finished"], 0]);
  });
});
