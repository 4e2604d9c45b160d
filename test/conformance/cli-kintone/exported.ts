import { mkdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { App } from "../../emulator/domain/app";
import { type Tree, treeOf } from "../archive/trees";
import { type Backup, guestSpaceOf } from "./backup";
import type { CliStage } from "./stage";

/** What `cli-kintone record export --attachments-dir` makes of an app. */
export interface CliExport {
  csv: string;
  /** Path below the attachments' folder to SHA-256. */
  attachments: Tree;
}

/** Throws when cli-kintone fails. */
export async function exportByCli(app: App, stage: CliStage): Promise<CliExport> {
  const folder = await mkdtemp(path.join(stage.folder, "exported-"));
  const { status, stdout, stderr } = await stage.cli("record export", {
    app: String(app.id),
    "guest-space-id": guestSpaceOf(app, stage),
    "attachments-dir": folder,
  });
  if (status !== 0) throw new Error(`cli-kintone failed with app ${app.id}: ${stderr}`);
  return { csv: stdout, attachments: treeOf(folder) };
}

/** What the backup has in the same places. */
export async function exportInArchive(app: App, backup: Backup): Promise<CliExport> {
  const folder = attachmentsFolder(app, backup);
  return { csv: await backup.csv(app), attachments: treeOf(folder) };
}

/** The folder to give to `--attachments-dir`. An app without attachments has none in the archive. */
export function attachmentsFolder(app: App, backup: Backup): string {
  const folder = path.join(backup.folderOf(app), "attachments");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Byte for byte. The first line that differs says more than the difference of two files. */
export function expectEqualExports(archived: CliExport, exported: CliExport, what: string): void {
  const theirs = exported.csv.split("\n");
  const differing = archived.csv.split("\n").findIndex((line, index) => line !== theirs[index]);
  expect(archived.csv.split("\n")[differing], `${what}, line ${differing + 1}`).toBe(theirs[differing]);
  expect(archived.csv.length, what).toBe(exported.csv.length);
  expect(archived.attachments, what).toEqual(exported.attachments);
}

/** Nothing is missing, and nothing is noted as a problem. */
export function expectWholeBackup({ outcome }: Backup): void {
  const problems = [...outcome.problems, ...outcome.results.flatMap((result) => result.problems)];
  expect(problems.map(({ step, error }) => `${step}: ${error.code} ${error.message}`)).toEqual([]);
  expect(outcome.status).toBe("success");
}
