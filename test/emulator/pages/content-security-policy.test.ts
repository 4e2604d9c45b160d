import { afterAll, beforeAll, expect, test } from "vitest";
import { addTrialPlugin, startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

const files = {
  "first.js": `
    window.ran = kintone.$PLUGIN_ID;
    const url = URL.createObjectURL(new Blob(["postMessage(1)"], { type: "text/javascript" }));
    window.worker = new Promise((resolve) => {
      try {
        const worker = new Worker(url);
        worker.onmessage = () => resolve("runs");
        worker.onerror = () => resolve("refused");
      } catch { resolve("refused"); }
    });
    try { window.evaluated = new Function("return 'runs'")(); } catch { window.evaluated = "refused"; }
    const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    window.compiled = WebAssembly.compile(empty).then(() => "runs", () => "refused");`,
};

let open: Trial;
let strict: Trial;
beforeAll(async () => {
  open = await startTrial({ withoutContentSecurityPolicy: true });
  strict = await startTrial();
});
afterAll(() => Promise.all([open.close(), strict.close()]));

test.each([
  ["without policy", () => open, "runs"],
  ["with the strict policy", () => strict, "refused"],
])("%s", async (_name, trialOf, expected) => {
  const trial = trialOf();
  const id = await addTrialPlugin(trial, files);
  const page = await trial.open("admin", `/k/${trial.appId}/`);
  // The page itself, and plugins from their files, work either way.
  await page.waitForSelector(".lk-record-table");
  expect(await page.evaluate("ran")).toBe(id);
  expect(await page.evaluate("worker")).toBe(expected);
  expect(await page.evaluate("evaluated")).toBe(expected);
  expect(await page.evaluate("compiled")).toBe(expected);
});
