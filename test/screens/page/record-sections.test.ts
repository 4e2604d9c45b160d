import { describe, expect, it } from "vitest";
import { formLayout } from "../../../src/history/app-definition/layout";
import { sectionsToHide } from "../../../src/screens/page/record-sections";

describe("the form of one app with three types of record", () => {
  const sections = formLayout.filter(({ type }) => type !== "ROW").map(({ code }) => code ?? "");
  const types = ["target", "run", "change"];

  it("shows each section to exactly one of them", () => {
    const shown = types.flatMap((type) =>
      sections.filter((section) => !(sectionsToHide(type) as string[]).includes(section)),
    );
    expect(shown.sort()).toEqual([...sections].sort());
    for (const type of types) expect(sectionsToHide(type)).not.toContain(`${type}_group`);
  });

  it("hides nothing of a record of no known type", () => {
    expect(sectionsToHide("")).toEqual([]);
    expect(sectionsToHide("constructor")).toEqual([]);
  });
});
