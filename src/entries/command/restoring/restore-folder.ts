import { openAsBlob } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import type { ArchivedEntry } from "../../../archive/reading/open-archive";
import { storageError } from "../../../domain/storage-error";
import type { KeptRestore } from "../../../restore/run-restore";
import type { Matching } from "../../../restore/compare/matching";
import type { RestoreChoices } from "../../../restore/plan/restore-choices";
import type { RestoreJournal, RestoreLine } from "../../../restore/write/restore-journal";
import { type DurableLines, openDurableLines } from "../../../workspace/durable-lines";
import { keepAbout, touchAbout, type Unfinished, unfinishedIn } from "../kept-about";

/** Not that of runs, whose folders are swept when they are old: what a restore wrote must be known until somebody decided about it. */
const PREFIX = ".unfinished_restore-";
const JOURNAL = "journal.jsonl";

/** A file that is larger lies on the disk while it is uploaded. */
const HELD_IN_MEMORY = 16 * 1024 ** 2;

/** What is kept of a restore, so that a later call of the command can go on with it. No credentials. */
export interface RestoreAbout extends KeptRestore {
  choices: RestoreChoices;
  matching: Matching;
  /** Of the domain, and of the backup-management app. */
  baseUrl: string;
  managementApp: string;
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
    keep: (about) => keepAbout(folder, about),
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
    touch: () => touchAbout(folder),
    async clear() {
      await (await opened)?.close();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** The restores that were begun beside these archives and have no end, the oldest first. */
export const unfinishedRestores = (parent: string): Promise<Array<Unfinished<RestoreAbout>>> =>
  unfinishedIn(parent, PREFIX, revived);

function revived(text: string): RestoreAbout {
  const about = JSON.parse(text) as RestoreAbout;
  const { start } = about;
  const archive = { ...start.archive, createdAt: new Date(start.archive.createdAt) };
  return { ...about, start: { ...start, startedAt: new Date(start.startedAt), archive } };
}

function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((thrown: unknown) => Promise.reject(storageError(thrown, "WORKSPACE_FAILED")));
}
