import { describe, expect, it } from "vitest";
import { BackupError } from "../../../../src/domain/errors";
import type { ChosenTarget } from "../../../../src/history/targets/target-choices";
import {
  type TargetsEvent,
  type TargetsState,
  isEmpty,
  isUnsaved,
  nextState,
} from "../../../../src/screens/settings/targets/targets-state";

const include = { records: true, attachments: true, comments: true, settings: true, administration: true };

function target(recordId: string, more: Partial<ChosenTarget["target"]> = {}): ChosenTarget {
  const choices = { include, excludedFields: [], includedIdentifiers: [], acceptedGaps: [] };
  return {
    target: { recordId, appId: `1${recordId}`, appName: `アプリ${recordId}`, query: "", ...choices, ...more },
    revision: "1",
    missingFields: [],
  };
}

const after = (...events: TargetsEvent[]): TargetsState => events.reduce<TargetsState>(nextState, { kind: "reading" });
const listed: TargetsEvent = { kind: "listed", targets: [target("1"), target("2")] };
const chosen: TargetsEvent = {
  kind: "chosen",
  recordId: "1",
  choices: { include, excludedFields: ["a"], includedIdentifiers: [], acceptedGaps: [] },
};
const failed: TargetsEvent = {
  kind: "details",
  recordId: "1",
  details: { kind: "failed", error: new BackupError("NETWORK", "") },
};

function rowsOf(state: TargetsState) {
  if (state.kind !== "ready") throw new Error(state.kind);
  return state.rows;
}

describe("the targets on the screen", () => {
  it("are unsaved once something is chosen, and as before once it is taken back", () => {
    expect(rowsOf(after(listed, chosen)).map(isUnsaved)).toEqual([true, false]);
    const back: TargetsEvent = { ...chosen, choices: target("1").target };
    expect(rowsOf(after(listed, chosen, back)).map(isUnsaved)).toEqual([false, false]);
  });

  it("forget the news of the last save when something is chosen", () => {
    const saving = { kind: "saving", saving: { kind: "nothing-changed" } } as const;
    expect(after(listed, saving)).toMatchObject({ saving: { kind: "nothing-changed" } });
    expect(after(listed, saving, chosen)).toMatchObject({ saving: { kind: "none" } });
  });

  it("keep what was chosen while the save before was under way", () => {
    const saved: TargetsEvent = { kind: "saved", target: { ...target("1"), revision: "2" } };
    const [row] = rowsOf(after(listed, chosen, saved));
    expect(row).toMatchObject({ choices: { excludedFields: ["a"] }, stored: { revision: "2" } });
  });

  it("show what somebody else chose, and read the app anew only when it is another", () => {
    const changed: TargetsEvent = { kind: "changed", target: target("1", { excludedFields: ["b"] }) };
    const [row] = rowsOf(after(listed, failed, chosen, changed));
    expect(row).toMatchObject({ choices: { excludedFields: ["b"] }, details: { kind: "failed" } });
    const other: TargetsEvent = { kind: "changed", target: target("1", { query: "x = 1" }) };
    expect(rowsOf(after(listed, failed, other))[0]).toMatchObject({ details: { kind: "unread" } });
  });

  it("lose a target that is gone", () => {
    const rows = rowsOf(after(listed, { kind: "gone", recordId: "1" }));
    expect(rows.map(({ stored }) => stored.target.recordId)).toEqual(["2"]);
  });

  it("know a target that asks for nothing", () => {
    const nothing = { records: false, attachments: false, comments: false, settings: false, administration: false };
    const [row] = rowsOf(after(listed, { ...chosen, choices: { ...chosen.choices, include: nothing } }));
    expect(isEmpty(row!)).toBe(true);
    expect(
      isEmpty({ ...row!, choices: { ...row!.choices, include: { ...nothing, settings: true, administration: true } } }),
    ).toBe(false);
  });

  it("pass over news of rows as long as there is no list", () => {
    expect(after(failed, chosen)).toEqual({ kind: "reading" });
  });
});
