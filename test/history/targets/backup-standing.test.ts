import { describe, expect, it } from "vitest";
import type { ToldTarget } from "../../../src/history/overview/told-target";
import { backupStanding } from "../../../src/history/targets/backup-standing";

const NOW = new Date("2026-11-24T12:00:00Z");
const target: ToldTarget = {
  ...{ recordId: "1", key: "12", appId: "12", guestSpaceId: "", appName: "図面", enabled: true },
  ...{
    lastStatus: "success",
    lastSuccess: "2026-11-24T03:00:00Z",
    lastSaved: "2026-11-24T03:00:00Z",
    unsavedSince: "",
    createdAt: "2026-01-01T00:00:00Z",
  },
};
const standing = (told: Partial<ToldTarget>, now = NOW) => backupStanding({ ...target, ...told }, now, 7);

describe("an app", () => {
  it("without a target is unlisted", () => expect(backupStanding(undefined, NOW, 7)).toEqual({ kind: "unlisted" }));

  it("with a fresh success has nothing to warn of", () => {
    expect(standing({})).toEqual({
      ...{ kind: "target", enabled: true, trouble: undefined, overdue: false, days: 0, waiting: 0 },
      ...{ unsaved: false, waitsFor: "saved" },
      lastSuccess: new Date("2026-11-24T03:00:00Z"),
      lastSaved: new Date("2026-11-24T03:00:00Z"),
    });
  });

  it("is overdue from the very minute", () => {
    expect(standing({ lastSaved: "2026-11-17T12:01:00Z" })).toMatchObject({ waiting: 6, overdue: false });
    expect(standing({ lastSaved: "2026-11-17T12:00:00Z" })).toMatchObject({ waiting: 7, overdue: true, days: 0 });
  });

  it("of which no backup is known to be saved counts from its last success, as before anybody was asked", () => {
    expect(standing({ lastSaved: "" })).toMatchObject({ lastSaved: undefined, waiting: 0, overdue: false });
    const long = { lastSaved: "", lastSuccess: "2026-11-17T12:00:00Z" };
    expect(standing(long)).toMatchObject({ waiting: 7, days: 7, overdue: true });
  });

  it("waits for a saved backup since a run found that there is none, however often it succeeds", () => {
    const told = { lastSaved: "", unsavedSince: "2026-11-17T12:00:00Z" };
    expect(standing(told)).toMatchObject({ waiting: 7, waitsFor: "saved", days: 0, unsaved: true, overdue: true });
    const fresh = { ...told, unsavedSince: "2026-11-17T12:01:00Z" };
    expect(standing(fresh)).toMatchObject({ waiting: 6, unsaved: true, overdue: false });
  });

  it("has something to warn of as long as its last success is not known to be saved, also from before that was asked", () => {
    expect(standing({ lastSaved: "2026-11-24T02:59:00Z" })).toMatchObject({ unsaved: true, overdue: false });
    expect(standing({ lastSaved: "" })).toMatchObject({ unsaved: true, waitsFor: "success" });
    expect(standing({ lastSaved: "", lastSuccess: "" })).toMatchObject({ unsaved: false });
  });

  it("that never succeeded counts from when it was registered, and without that is overdue", () => {
    const never = { lastSuccess: "", lastSaved: "", lastStatus: undefined };
    expect(standing({ ...never, createdAt: "2026-11-23T00:00:00Z" })).toMatchObject({ waiting: 1, overdue: false });
    expect(standing(never)).toMatchObject({ lastSuccess: undefined, overdue: true });
    expect(standing({ ...never, createdAt: "" })).toMatchObject({ waiting: undefined, overdue: true });
  });

  it("tells of the last run only when it was no success", () => {
    expect(standing({ lastStatus: "partial" })).toMatchObject({ trouble: "partial" });
  });

  it("that is disabled is not overdue as well, and a clock that is behind makes no days negative", () => {
    expect(standing({ enabled: false, lastSaved: "2026-01-01T00:00:00Z" })).toMatchObject({ overdue: false });
    expect(standing({}, new Date("2026-11-24T02:00:00Z"))).toMatchObject({ days: 0 });
  });
});
