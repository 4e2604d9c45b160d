import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Starts scripts, by every road that leads from a text to one, if it is ever taken for HTML, an attribute or a template. */
export const MARKUP =
  `"'><img src="//foreign.invalid/i" onerror="planted()" data-planted><svg onload="planted()" data-planted></svg>` +
  `<script data-planted>planted()</script></textarea><a href="javascript:planted()" data-planted>x</a>{{7*191}}\${7*191}`;

/** The same, so short that it fits where kintone allows 64 characters. */
export const SHORT = `"><img src=x onerror=planted() data-planted>{{7*191}}`;

/** Turns what follows it around, rings a bell, and clears a terminal. */
export const STEERING = "\u202e\u2066\u0007\u001b[2J";

/** Which of those signs a text still has. */
export function steeringIn(texts: readonly string[]): string[] {
  return [...STEERING].filter((sign) => sign < " " || sign > "\u00ff").filter((sign) => texts.join().includes(sign));
}

/** A page on which nothing planted may do anything. */
export interface WatchedPage {
  /** Throws when a planted text became an element, ran, or reached out; `where` says after what. */
  expectHarmless(where: string): Promise<void>;
}

/** Call it before the page loads anything that was planted. */
export async function watched(page: Page, origin: string): Promise<WatchedPage> {
  const done: string[] = [];
  page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") done.push(`a dialog: ${dialog.message()}`);
    void dialog.accept().catch(() => undefined);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data:|blob:)/.test(url)) done.push(`a request to ${url}`);
  });
  page.on("pageerror", (error) => done.push(`an error: ${error.message}`));
  await page.exposeFunction("planted", () => void done.push("the planted script"));
  return {
    async expectHarmless(where) {
      done.push(...(await page.evaluate(foundInDom)));
      expect(done.map((what) => `${what} (${where})`)).toEqual([]);
    },
  };
}

/** In the page, also in shadow trees. */
function foundInDom(): string[] {
  const found: string[] = [];
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.hasAttribute("data-planted")) found.push(`the element ${element.outerHTML.slice(0, 80)}`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) found.push(`the attribute ${name}`);
        if (
          /^\s*(javascript|vbscript|data:text)/i.test(value) &&
          /^(href|src|action|formaction|data|xlink:href|srcdoc)$/.test(name)
        ) {
          found.push(`${name}="${value}"`);
        }
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  if (document.body.innerText.includes("1337")) found.push("a template that was worked out");
  return found;
}
