import { openAsBlob } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import type { ArchivedEntry } from "../../../archive/reading/open-archive";
import { storageError } from "../../../domain/storage-error";
import type { KeptRestore } from "../../../restore/run-restore";
import type { Matching } from "../../../restore/compare/matching";
import type { RestoreChoices } from "../../../restore/plan/restore-choices";
import type { RestoreJournal, RestoreLine } from "../../../restore/write/restore-journal";
import { type DurableLines, openDurableLines } from "../../../workspace/durable-lines";
import { syncFolder } from "../../../workspace/sync-folder";
import { isAlive } from "../killed-run";

/** Not that of runs, whose folders are swept when they are old: what a restore wrote must be known until somebody decided about it. */
const PREFIX = ".unfinished_restore-";
const [ABOUT, JOURNAL] = ["about.json", "journal.jsonl"];

/** A file that is larger lies on the disk while it is uploaded. */
const HELD_IN_MEMORY = 16 * 1024 ** 2;

/** A process of another machine that shares the folder touches it more often than this. */
const SILENT_MINUTES = 15;

/** What is kept of a restore, so that a later call of the command can go on with it. No credentials. */
export interface RestoreAbout extends KeptRestore {
  choices: RestoreChoices;
  matching: Matching;
  /** Of the domain, and of the backup-management app. */
  baseUrl: string;
  managementApp: string;
}

/** A restore whose process ended before it did, or which is under way. */
export interface UnfinishedRestore {
  about: RestoreAbout;
  /** Where it is under way, as far as anybody can tell. */
  aliveOn?: string;
}

/** Where a restore keeps what another attempt needs, beside the archives. */
export interface RestoreFolder {
  keep(about: RestoreAbout): Promise<void>;
  journal: RestoreJournal;
  /** The content of a file of the archive. `release` it when it is uploaded. */
  blobOf(entry: ArchivedEntry): Promise<Blob>;
  release(blob: Blob): Promise<void>;
  /** Says that this process is alive. */
  touch(): void;
  clear(): Promise<void>;
}

/** The folder is made when the first thing is put into it. */
export function createRestoreFolder(parent: string, restoreId: string): RestoreFolder {
  const folder = path.join(parent, `${PREFIX}${restoreId}`);
  const staged = new Map<Blob, string>();
  let opened: Promise<DurableLines<RestoreLine>> | undefined;
  let files = 0;
  const make = () => mkdir(folder, { recursive: true });
  const lines = () => {
    opened ??= failing(make).then(() => openDurableLines<RestoreLine>(path.join(folder, JOURNAL)));
    return opened;
  };
  return {
    keep: (about) =>
      failing(async () => {
        await make();
        const text = JSON.stringify({ ...about, host: hostname(), pid: process.pid });
        await replaceFile(path.join(folder, ABOUT), text);
        await syncFolder(parent);
      }),
    journal: {
      async *lines() {
        yield* (await lines()).lines();
      },
      note: async (line) => (await lines()).note(line),
    },
    async blobOf(entry) {
      const content = await entry.open();
      if (entry.size <= HELD_IN_MEMORY) return new Response(content as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
      const file = path.join(folder, `file-${(files += 1)}`);
      const handle = await failing(() => open(file, "w"));
      try {
        // What the archive itself lacks is no fault of the folder.
        for await (const chunk of content as AsyncIterable<Uint8Array>) await failing(() => handle.appendFile(chunk));
      } finally {
        await handle.close();
      }
      const blob = await failing(() => openAsBlob(file));
      staged.set(blob, file);
      return blob;
    },
    async release(blob) {
      const file = staged.get(blob);
      if (file === undefined) return;
      staged.delete(blob);
      await rm(file, { force: true }).catch(() => undefined);
    },
    touch() {
      const now = new Date();
      utimes(path.join(folder, ABOUT), now, now).catch(() => undefined);
    },
    async clear() {
      await (await opened)?.close();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** The restores that were begun beside these archives and have no end, the oldest first. */
export async function unfinishedRestores(parent: string): Promise<UnfinishedRestore[]> {
  const names = await readdir(parent).catch(() => []);
  const found: UnfinishedRestore[] = [];
  for (const name of names.filter((each) => each.startsWith(PREFIX)).sort()) {
    const file = path.join(parent, name, ABOUT);
    try {
      const { host, pid, ...about } = revived(await readFile(file, "utf8"));
      const isOwn = host === hostname();
      const touchedAgo = Date.now() - (await stat(file)).mtimeMs;
      const alive = isOwn ? pid !== process.pid && isAlive(pid) : touchedAgo < SILENT_MINUTES * 60_000;
      found.push({ about, ...(alive && { aliveOn: host }) });
    } catch {
      // It was killed before it kept anything, and so before it wrote anything.
    }
  }
  return found;
}

function revived(text: string): RestoreAbout & { host: string; pid: number } {
  const about = JSON.parse(text) as RestoreAbout & { host: string; pid: number };
  const { start } = about;
  const archive = { ...start.archive, createdAt: new Date(start.archive.createdAt) };
  return { ...about, start: { ...start, startedAt: new Date(start.startedAt), archive } };
}

/** There is always a whole one, the one before or this. */
async function replaceFile(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, "w");
  try {
    await handle.writeFile(text);
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await syncFolder(path.dirname(file));
}

function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((thrown: unknown) => Promise.reject(storageError(thrown, "WORKSPACE_FAILED")));
}
