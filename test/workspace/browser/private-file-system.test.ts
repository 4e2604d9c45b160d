import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sharedBrowser } from "../../browser/chromium";
import { SMALL_ROOM } from "../../contracts/small-workspace";
import type { Check, CheckResult } from "./checks";

const ORIGIN = "http://localhost:7";
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let browser: Browser;
let script: string;
let page: Page;

beforeAll(async () => {
  browser = await sharedBrowser();
  const { outputFiles } = await build({
    entryPoints: [here("checks.ts")],
    alias: { vitest: here("small-vitest.ts") },
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  script = outputFiles[0]!.text;
});
beforeEach(async () => {
  const context = await browser.newContext();
  page = await openPage(await context.newPage());
  return () => context.close();
});

/** A page of an origin that has a private file system, without a server. */
async function openPage(empty: Page): Promise<Page> {
  await empty.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>checks</title>" }),
  );
  await empty.goto(ORIGIN);
  await empty.addScriptTag({ content: script });
  return empty;
}

type Checking = <Name extends Check>(name: Name, on?: Page) => Promise<CheckResult<Name>>;

const onPage: Checking = (name, on = page) => on.evaluate(`checks.${name}()`);

const inWorker: Checking = (name, on = page) =>
  on.evaluate(
    ([check, code]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.addEventListener("message", ({ data }) => resolve(data));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        worker.postMessage(check);
      }),
    [name, script] as const,
  ) as never;

async function giveRoom(quotaSize: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize });
}

it("the private file system in a Worker keeps the contract of a journal", async () => {
  const { passed, failed } = await inWorker("journalContract");
  expect(failed).toEqual([]);
  expect(passed).toContain("a run that begins has noted nothing");
});

it("the private file system in a Worker keeps a restore until its end", async () => {
  const { passed, failed } = await inWorker("keptRestoreContract");
  expect(failed).toEqual([]);
  expect(passed).toContain("one that kept nothing had written nothing, and cannot go on");
});

it("a restore is offered when its tab is gone, however long ago, with its whole lines, until it is discarded", async () => {
  const other = await openPage(await page.context().newPage());
  await inWorker("beginRestore", other);
  expect(await onPage("interruptedRestores")).toEqual([]);
  await other.close();
  const lines = [{ kind: "sending", what: "add", ids: ["7"] }];
  await expect
    .poll(() => onPage("interruptedRestores"))
    .toEqual([{ restoreId: "begun", about: { mark: "by sato" }, lines }]);
  await onPage("discardRestore");
  expect(await onPage("interruptedRestores")).toEqual([]);
});

describe.each([
  ["on a page", onPage],
  ["in a Worker", inWorker],
])("the private file system %s", (name, check) => {
  it("keeps the contract of a workspace", async () => {
    const { passed, failed } = await check("workspaceContract");
    expect(failed).toEqual([]);
    expect(passed).toContain("any part of a file can be read, a part beyond the end as far as there is one");
  });

  it("keeps the contract of a workspace with little room, when the quota is used up", async () => {
    await giveRoom(SMALL_ROOM);
    const { passed, failed } = await check("smallWorkspaceContract");
    expect(failed).toEqual([]);
    expect(passed).toContain("what is cleared makes room for the next");
  });

  it("tells that somebody cleared it, in the browser's own word, as an error of the workspace", async () => {
    const reason = expect.stringMatching(/^(?:Not(?:Found|Readable)|Type)Error$/) as string;
    const told = await check("clearedMeanwhile");
    expect(told).toEqual(told.map(() => ({ code: "WORKSPACE_FAILED", reason })));
    expect(told).toHaveLength(3);
  });

  it("holds small entries in few files in a Worker, and each is whole when there is no room for the next", async () => {
    await giveRoom(SMALL_ROOM);
    const { entries, files, ...found } = await check("fillUpWithEntries");
    expect(found).toEqual({ code: "NO_SPACE", whole: entries, left: 0 });
    expect(entries).toBeGreaterThan(8);
    // What a page writes to a file is lost when it fails: there, each entry has its own.
    expect(files).toBe(name === "in a Worker" ? 2 : entries);
  });

  it("keeps zips that are not known to be saved for three days, unless they are let go of; and what a later run needs", async () => {
    const both = ["kept", "loose"];
    expect(await check("waitForSaving")).toEqual({
      byHours: [
        [both, both],
        [both, both],
        [[], ["kept"]],
      ],
      letGo: [[], ["kept"]],
    });
  });

  it("keeps the files of a run while its tab is there, and sweeps them when it is gone", async () => {
    const other = await openPage(await page.context().newPage());
    await check("hold", other);
    expect(await check("sweep")).toEqual([]);
    await other.close();
    await expect.poll(() => check("sweep")).toEqual(["held"]);
  });
});
