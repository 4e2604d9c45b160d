import { afterAll, beforeAll, expect, it } from "vitest";
import { startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());

it("lets a person add a fault, see it, and clear it", async () => {
  const page = await trial.visit("/emulator/");
  await page.selectOption("#example", { label: "Maintenance: 503 with HTML" });
  await page.click("#add");
  await page.waitForSelector("#faults li");
  expect(trial.emulator.domain.faults.list()).toMatchObject([{ do: { kind: "unavailable", body: "html" } }]);
  expect(await page.textContent("#faults li")).toContain("unavailable");
  await page.click("#clear");
  await page.waitForSelector("#faults li", { state: "detached" });
  expect(trial.emulator.domain.faults.list()).toEqual([]);
});
