import { expect, it } from "vitest";
import { requestLimits } from "../../../src/entries/wiring/run-options";
import { DEFAULT_SETTINGS } from "../../../src/settings/settings";

it.each([
  ["half of the standard course where nothing is known", 0, {}, 5000],
  ["half of the course that there is", 0, { course: "wide" as const }, 50_000],
  ["what somebody chose, whatever the course", 700, { course: "wide" as const }, 700],
])("backups may make %s", (_what, requestsPerAppAndDay, choices, perAppAndDay) => {
  const limits = requestLimits({ ...DEFAULT_SETTINGS, requestsPerAppAndDay }, choices);
  expect(limits).toEqual({ perAppAndDay, overBudget: "stop" });
});
