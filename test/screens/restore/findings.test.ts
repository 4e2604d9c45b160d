import { describe, expect, it } from "vitest";
import { createFindings } from "../../../src/screens/restore/findings";
import type { FindingKind, FoundRecord } from "../../../src/screens/restore/found-records";

const found = (id: string, kind: FindingKind, value = ""): FoundRecord => ({
  ...{ id, kind, more: 0 },
  fields: value === "" ? [] : [{ field: "名前", values: [value, ""] }],
});

const SHOWN = [
  ...[found("1", "missing", "山田"), found("2", "differs", "山本"), found("3", "explained", "山口")],
  ...[found("4", "surplus"), found("5", "newer"), found("6", "unread")],
];

function opened() {
  const ticked = new Set<string>();
  return { ticked, findings: createFindings(SHOWN, ticked) };
}

describe("what a comparison found, on the screen", () => {
  it("is searched in what is shown, word by word, and told a page at a time", () => {
    const { findings } = opened();
    expect(findings.page({ search: "山", from: 1, most: 1 })).toMatchObject({
      ...{ records: [{ id: "2", isTicked: false }], total: 3 },
      ...{ tickable: 2, tickedHere: 0, ticked: 0 },
    });
    expect(findings.page({ search: "山 本", from: 0, most: 9 }).records.map(({ id }) => id)).toEqual(["2"]);
    expect(findings.page({ search: "", kind: "newer", from: 0, most: 9 }).total).toBe(1);
  });

  it("is ticked one by one, or as a search leaves it, but for what a restore cannot write", () => {
    const { ticked, findings } = opened();
    findings.tick({ which: ["4"], isOn: true });
    findings.tick({ which: { search: "山" }, isOn: true });
    expect([...ticked]).toEqual(["4", "1", "2"]);
    expect(findings.page({ search: "山本", from: 0, most: 9 })).toMatchObject({
      ...{ tickable: 1, tickedHere: 1, ticked: 3, records: [{ isTicked: true }] },
    });
    findings.tick({ which: { search: "", kind: "missing" }, isOn: false });
    expect([...ticked]).toEqual(["4", "2"]);
    findings.tick({ which: { search: "" }, isOn: false });
    expect(ticked.size).toBe(0);
  });
});
