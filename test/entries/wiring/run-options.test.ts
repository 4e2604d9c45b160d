import { expect, it } from "vitest";
import { domainWish, requestLimits } from "../../../src/entries/wiring/run-options";
import { DEFAULT_SETTINGS } from "../../../src/settings/settings";

it.each([
  ["half of the standard course where nothing is known", 0, {}, 5000],
  ["half of the course that there is", 0, { course: "wide" as const }, 50_000],
  ["what somebody chose, whatever the course", 700, { course: "wide" as const }, 700],
])("backups may make %s", (_what, requestsPerAppAndDay, choices, perAppAndDay) => {
  const limits = requestLimits({ ...DEFAULT_SETTINGS, requestsPerAppAndDay }, choices);
  expect(limits).toEqual({ perAppAndDay, overBudget: "stop" });
});

it("what belongs to no app is backed up where it is switched on, without the spaces that are left out", () => {
  const wish = (settings: object) => domainWish({ ...DEFAULT_SETTINGS, ...settings });
  expect(wish({ spacesLeftOut: "3" })).toBeUndefined();
  expect(wish({ people: true })).toEqual({ parts: ["people"], spacesLeftOut: [] });
  expect(wish({ pluginsAndSpaces: true, spacesLeftOut: "3, 77" })).toEqual({
    ...{ parts: ["spaces"], spacesLeftOut: ["3", "77"] },
  });
});
