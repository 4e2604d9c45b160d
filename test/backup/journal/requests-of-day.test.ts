import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { createMemory } from "../../../src/backup/journal/memory";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { target } from "../scripted-run";

/** What an attempt asked of app 7 on a day of kintone's until its process ended without a word. */
async function attempt(folder: string, day: string, requests: number): Promise<void> {
  const counted = { requests: () => requests, requestsToday: () => requests, today: () => day };
  const memory = await createMemory(await openFolderJournal<JournalLine>(folder, {}), counted);
  if (!memory.resumes) await memory.begun([target("7"), target("8")]);
  await memory.once("7", `question of ${day} ${requests}`, async () => "answer");
  memory.forget("7");
  await memory.begun([target("7"), target("8")]);
}

it("what earlier attempts asked of an app counts for it, and for the day on which they did", async () => {
  const folder = await mkdtemp(join(tmpdir(), "requests-"));
  await attempt(folder, "2026-11-22", 4000);
  await attempt(folder, "2026-11-23", 300);
  await attempt(folder, "2026-11-23", 20);
  const nothing = { requests: () => 0, requestsToday: () => 0, today: () => "2026-11-23" };
  const memory = await createMemory(await openFolderJournal<JournalLine>(folder, {}), nothing);
  expect(memory.requestsOfDay("2026-11-22", "7")).toBe(4000);
  expect(memory.requestsOfDay("2026-11-23", "7")).toBe(320);
  expect(memory.requestsOfDay("2026-11-23", "8")).toBe(0);
  await rm(folder, { recursive: true, force: true });
});
