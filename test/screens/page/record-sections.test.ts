import { describe, expect, it } from "vitest";
import { formLayout } from "../../../src/history/app-definition/layout";
import { sectionsToHide } from "../../../src/screens/page/record-sections";

describe("the form of one app with several types of record", () => {
  const sections = formLayout.filter(({ type }) => type !== "ROW").map(({ code }) => code ?? "");
  const types = ["target", "run", "restore", "drill", "disposal", "change"];

  it("shows each section to one of them, and what runs, restores, drills and disposals have alike to all of these", () => {
    const shownTo = (type: string) =>
      sections.filter((section) => !(sectionsToHide(type) as string[]).includes(section)).sort();
    expect(types.map(shownTo)).toEqual([
      ["target_group"],
      ["run_evidence_group", "run_group", "run_places", "run_results", "run_volumes"],
      ["restore_group", "run_evidence_group", "run_group"],
      ["drill_group", "run_evidence_group", "run_group"],
      ["disposal_group", "run_evidence_group", "run_group"],
      ["change_group"],
    ]);
    expect(new Set(types.flatMap(shownTo))).toEqual(new Set(sections));
  });

  it("hides nothing of a record of no known type", () => {
    expect(sectionsToHide("")).toEqual([]);
    expect(sectionsToHide("constructor")).toEqual([]);
  });
});
