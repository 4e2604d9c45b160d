import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./accessibility";
import { photograph } from "./stage";

const WIDTHS = [360, 1280] as const;
const HEIGHT = 800;

/**
 * On a narrow screen and a wide one: nothing is wider than its place, no text is cut off, axe finds nothing. A picture of each is kept.
 *
 * @param part - CSS selector of what is ours
 */
export async function expectWellSeen(page: Page, part: string, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await expectAccessible(page, part);
    await photograph(page, `${name}-${width}`);
    expect(await page.evaluate(tooWide, part), `${name} at ${width}`).toEqual([]);
  }
}

/** What is cut off, or reaches out of its place. What scrolls by itself, as a table does, may be wider. Runs in the page. */
function tooWide(selector: string): string[] {
  const root = document.querySelector(selector)!;
  const place = root.getBoundingClientRect();
  const named = (element: Element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 60)}`;
  const scrolls = (element: Element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const isHeld = (element: Element): boolean =>
    element !== root && (scrolls(element) || (element.parentElement !== null && isHeld(element.parentElement)));
  const found = [...root.querySelectorAll("*")].filter((element) => {
    if (element.getClientRects().length === 0 || isHeld(element)) return false;
    const isCut = getComputedStyle(element).overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
    return isCut || element.getBoundingClientRect().right > place.right + 1;
  });
  const isRootWide = root.scrollWidth > root.clientWidth + 1 && root.clientWidth > 0;
  return [...(isRootWide ? [`${root.scrollWidth} px in ${root.clientWidth}`] : []), ...found.map(named)];
}
