import { describe, expect, it } from "vitest";
import { NOTHING_DECIDED } from "../../src/restore/plan/restore-choices";
import type { RestoreReportLine } from "../../src/restore/report/report-line";
import { undoPlan } from "../../src/restore/report/undo-plan";

const restore = {
  app: { appId: "12", guestSpaceId: "5", name: "検査" },
  safetyBackup: { runId: "20261123T030000Z-4f9a1r", archiveDigest: "a".repeat(64) },
};
const BASE = "https://example.cybozu.com";
const added: RestoreReportLine = { kind: "record", id: "3", outcome: "added", newId: "40", revision: "1" };
const changed: RestoreReportLine = { kind: "record", id: "5", outcome: "put-back", presentId: "31", revision: "4" };
const removed: RestoreReportLine = { kind: "record", id: "9", outcome: "removed" };
const left: RestoreReportLine[] = [
  { kind: "record", id: "6", outcome: "changed-meanwhile" },
  { kind: "not-reached", id: "7" },
];

describe("the way back from a restore", () => {
  it("is a plan for the backup before it: deletes what was added, adds what was deleted, and touches nothing else", () => {
    expect(undoPlan(restore, [added, changed, removed, ...left], BASE)).toEqual({
      archive: { runId: restore.safetyBackup.runId, digest: restore.safetyBackup.archiveDigest },
      archivedApp: "12",
      app: { ...restore.app, baseUrl: BASE },
      matching: { by: "id" },
      choices: {
        ...NOTHING_DECIDED,
        ...{ addMissing: true, putBack: true, remove: "surplus-and-newer", selection: { ids: ["40", "31", "9"] } },
      },
    });
  });

  it("has no mode for what the restore did not do", () => {
    const modes = (line: RestoreReportLine) => {
      const { addMissing, putBack, remove } = undoPlan(restore, [line], BASE)!.choices;
      return { addMissing, putBack, remove };
    };
    expect(modes(added)).toEqual({ addMissing: false, putBack: false, remove: "surplus-and-newer" });
    expect(modes(changed)).toEqual({ addMissing: false, putBack: true, remove: undefined });
    expect(modes(removed)).toEqual({ addMissing: true, putBack: false, remove: undefined });
  });

  it("is none where nothing was done, or there is no backup", () => {
    expect(undoPlan(restore, left, BASE)).toBeUndefined();
    expect(undoPlan({ app: restore.app }, [added], BASE)).toBeUndefined();
  });
});
