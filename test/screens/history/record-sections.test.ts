import { describe, expect, it } from "vitest";
import { formLayout } from "../../../src/history/app-definition/layout";
import { sectionsToHide } from "../../../src/screens/history/record-sections";

describe("the form of one app with two types of record", () => {
  const sections = formLayout.filter(({ type }) => type !== "ROW").map(({ code }) => code);

  it("leaves to a target and to a run exactly the sections that the other does not show", () => {
    expect([...sectionsToHide("target"), ...sectionsToHide("run")].sort()).toEqual([...sections].sort());
  });

  it("hides nothing of a record of no known type", () => {
    expect(sectionsToHide("")).toEqual([]);
  });
});
