import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * axe-core finds nothing, not even what it calls minor.
 *
 * @param part - CSS selector of what is ours; the page around it is not under test
 */
export async function expectAccessible(page: Page, part: string): Promise<void> {
  // As source text: the page may forbid scripts that come from elsewhere.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate((selector) => window.axe.run(selector), part);
  expect(passes.length).toBeGreaterThan(0);
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join("; ")}`,
  );
  expect(found).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
