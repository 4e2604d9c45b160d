import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { addInspections } from "./inspections";
import type { SeenRequest } from "./listening";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
const include = { records: true, attachments: false, comments: true, settings: false, administration: false };
const RUN = "run";

/** The second of three records has sixty comments of 1.2 million letters together: seven answers. */
const app = addInspections(domain, { records: 3 });
for (const id of [1, 3]) app.addComment(id, { text: `確認 ${id}`, creator: "admin" });
for (let at = 1; at <= 60; at += 1) app.addComment(2, { text: `${at} ${"長".repeat(20_000)}`, creator: "admin" });

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "long-comments-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

/** What the archive must have, by the official client. */
async function commentsInKintone(): Promise<string> {
  const lines: string[] = [];
  for (const record of ["1", "2", "3"]) {
    for (let offset = 0, more = true; more; offset += 10) {
      const { comments, newer } = await kintone
        .witness()
        .record.getRecordComments({ app: app.id, record, order: "asc", offset, limit: 10 });
      lines.push(...comments.map((comment) => `${JSON.stringify({ record, comment })}\n`));
      more = newer;
    }
  }
  return lines.join("");
}

async function attempt(changes: RunChanges): Promise<FinishedRun> {
  const workspace = await createFolderWorkspace(parent, RUN);
  const journal = await openFolderJournal<JournalLine>(join(parent, RUN), {});
  return kintone.backUp([target(app.id, { include })], { workspace, journal, ...changes });
}

const offsetsOf = (asked: string[]) => {
  return ({ purpose, parameter }: SeenRequest) => {
    if (purpose === "comments" && parameter("record") === "2") asked.push(parameter("offset") ?? "");
  };
};

/** Its process is killed when it asks for comments of the second record behind the first 45. */
async function killedAttempt(): Promise<void> {
  await new Promise<void>((resolve) => {
    void attempt({
      async before({ purpose, parameter }) {
        if (purpose !== "comments" || parameter("record") !== "2" || Number(parameter("offset")) < 45) return;
        resolve();
        await new Promise(() => undefined);
      },
    });
  });
}

it("long comments are in the archive as kintone has them; the journal has an entry for each answer, and no long line", async () => {
  const asked: string[] = [];
  let journal = "";
  const run = await attempt({
    before: offsetsOf(asked),
    delivering: async () => void (journal = await readFile(join(parent, RUN, "journal.jsonl"), "utf8")),
  });
  expect(run.outcome.status).toBe("success");
  expect(run.text(`${app.id}/comments.jsonl`)).toBe(await commentsInKintone());
  expect(asked).toEqual(["0", "9", "18", "27", "36", "45", "54"]);
  const lines = journal.split("\n");
  expect(
    lines.filter((line) => line.includes('"question":"comments 2 from ') && line.includes('"filed"')),
  ).toHaveLength(asked.length);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(16_000);
});

it("a run whose process was killed among them goes on behind the last answer", async () => {
  await killedAttempt();
  const asked: string[] = [];
  const run = await attempt({ before: offsetsOf(asked) });
  expect(asked).toEqual(["45", "54"]);
  expect(run.outcome.status).toBe("success");
  expect(run.text(`${app.id}/comments.jsonl`)).toBe(await commentsInKintone());
});

it("what lies in the folder is asked for once more when it is not what it was", async () => {
  await killedAttempt();
  for (const name of await readdir(join(parent, RUN)))
    if (name.startsWith("shared-")) await rm(join(parent, RUN, name));
  const asked: string[] = [];
  const run = await attempt({ before: offsetsOf(asked) });
  expect(asked).toEqual(["0", "9", "18", "27", "36", "45", "54"]);
  expect(run.text(`${app.id}/comments.jsonl`)).toBe(await commentsInKintone());
});
