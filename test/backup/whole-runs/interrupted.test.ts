import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { createRandom } from "../../emulator/sample/random";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import type { SeenRequest } from "./listening";
import { createMortalProcess, digestOf } from "./mortal";
import { type FinishedRun, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
/** Records lie in several files, and these in several volumes. */
const options = { volumeLimits: { maxEntries: 30, maxBytes: 20_000 }, requestsAtOnce: 3 };
const RUN = "run";

let parent: string;
const targets = () => [...domain.apps.values()].map(({ id }) => target(id));

beforeAll(() => {
  for (const records of [45, 0, 70]) addInspections(domain, { records });
  domain.spaces.add({ id: 90, name: "品質", administrators: ["admin"] });
  domain.apps.get(1)!.spaceId = 90;
  domain.people.addGroup({ code: "leaders", name: "リーダー" });
});
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "interrupted-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

/** One attempt of the run in the folder. Resolves to nothing when it was killed. */
async function attempt(lifetime: number, asked: string[] = []): Promise<{ run?: FinishedRun; steps: number }> {
  const life = createMortalProcess(lifetime);
  const workspace = await createFolderWorkspace(parent, RUN);
  const journal = await openFolderJournal<JournalLine>(join(parent, RUN), {});
  const ended = kintone.backUp(targets(), {
    ...{ options, domain: ["spaces", "people"] },
    workspace: life.workspace(workspace),
    journal: life.journal(journal),
    delivering: life.step,
    before: async (request) => {
      await life.step();
      asked.push(nameOf(request));
    },
  });
  const run = await Promise.race([ended, life.killed.then(() => undefined)]);
  return { ...(run && { run }), steps: life.steps };
}

function nameOf({ purpose, path, parameter }: SeenRequest): string {
  const names = ["app", "id", "record", "fileKey", "query", "lang", "offset"];
  return [purpose, path, ...names.map((name) => parameter(name) ?? "")].join(" ");
}

const contentsOf = ({ contents }: FinishedRun) =>
  Object.fromEntries([...contents].map(([path, bytes]) => [path, digestOf(bytes)]));

/**
 * What was fetched is not fetched again, but for what was under way when the process ended: it is told nowhere. Beside the requests these are
 * answers that were being put into a file, or into the journal, while the next requests had begun in their turn.
 */
const MAY_BE_ASKED_TWICE = 3 * options.requestsAtOnce;

/** What compares the archive with kintone, and what judges whether this user sees every record, is asked by each attempt on purpose. */
const ASKED_ANEW = /^setting (app\/form\/fields|\/v1\/user\/|record\/acl .* default)/;

/** Questions that both attempts asked, without those that are asked anew on purpose. */
function twice(first: readonly string[], second: readonly string[]): number {
  const isFetch = (question: string) => /^(page|comments|file|setting) /.test(question) && !ASKED_ANEW.test(question);
  const again = new Set(second);
  return new Set(first.filter((question) => isFetch(question) && again.has(question))).size;
}

/** The line that was being written when the process ended may be there in half. */
async function tearJournal(): Promise<void> {
  await appendFile(join(parent, RUN, "journal.jsonl"), '{"kind":"answered","target":"1","question":"comm');
}

describe("a run whose process was killed", () => {
  let whole: FinishedRun;
  let wholeSteps: number;
  let wholeQuestions: string[];

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "interrupted-"));
    wholeQuestions = [];
    const { run, steps } = await attempt(Infinity, wholeQuestions);
    [whole, wholeSteps] = [run!, steps];
    await rm(parent, { recursive: true, force: true });
  });

  it("is worth resuming: it has several volumes, attachments and comments", () => {
    expect(whole.outcome).toMatchObject({ status: "success", attachments: 15 });
    expect(whole.volumes.length).toBeGreaterThan(2);
    expect(wholeSteps).toBeGreaterThan(500);
  });

  const seed = Number(process.env.KBM_SEED ?? 1);
  const random = createRandom(seed, "interrupted");
  const MOMENTS = Number(process.env.KBM_MOMENTS ?? 12);

  /** When it is killed, as shares of an undisturbed run: once, or again and again. */
  const lives = Array.from({ length: MOMENTS }, () =>
    Array.from({ length: random.pick([1, 1, 2, 3]) }, () => random.integer(0, 999) / 1000),
  );

  it.each(lives)(
    `goes on where it was, and the archive is as if nothing had happened (seed ${seed}: %d %d %d)`,
    async (...shares) => {
      const asked: string[] = [];
      for (const share of shares.filter((given) => given !== undefined)) {
        const { run } = await attempt(Math.floor(share * wholeSteps), asked);
        // The attempts before did so much that it came to its end, though maybe nobody heard of it.
        if (run || !(await readdir(join(parent, RUN))).includes("about.json")) return;
        if (random.chance(0.5)) await tearJournal();
      }
      const again: string[] = [];
      const { run } = await attempt(Infinity, again);
      expect(contentsOf(run!)).toEqual(contentsOf(whole));
      const { archiveDigest, status, records, attachments, bytes } = whole.outcome;
      expect(run!.outcome).toMatchObject({ archiveDigest, status, records, attachments, bytes });
      expect(await readdir(join(parent, RUN))).not.toContain("journal.jsonl");
      expect(twice(asked, again)).toBeLessThanOrEqual(MAY_BE_ASKED_TWICE * shares.length);
    },
  );

  it.each([
    ["volume-", 0.97],
    ["shared-", 0.88],
  ])("begins anew when a %s file is not what it was: half a memory would be a lie", async (name, share) => {
    await attempt(Math.floor(share * wholeSteps));
    await spoil(name);
    const again: string[] = [];
    const { run } = await attempt(Infinity, again);
    expect(contentsOf(run!)).toEqual(contentsOf(whole));
    expect(twice(wholeQuestions, again)).toBeGreaterThan(200);
  });

  it("tells what changed while it was not there", async () => {
    const changing = addInspections(domain, { records: 60 });
    try {
      await attempt(wholeSteps);
      domain.apps.get(changing.id)!.addRecord({ 品番: { value: "new" } });
      const { run } = await attempt(Infinity);
      expect(run!.outcome.status).toBe("success");
      await expectAgreement(run!, kintone, { appId: changing.id });
    } finally {
      domain.apps.delete(changing.id);
    }
  });
});

/** One byte of every file whose name begins so is another. */
async function spoil(prefix: string): Promise<void> {
  const folder = join(parent, RUN);
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    if (bytes.length > 0) bytes[0]! ^= 1;
    await writeFile(join(folder, name), bytes);
  }
}
