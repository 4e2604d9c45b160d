import { rm } from "node:fs/promises";
import path from "node:path";
import type { RebuildAsked } from "../../../command/host";
import { storageError } from "../../../domain/storage-error";
import type { RebuildJournal, RebuildLine } from "../../../restore/apps/rebuild-journal";
import { type DurableLines, openDurableLines } from "../../../workspace/durable-lines";
import { keepAbout, touchAbout, type Unfinished, unfinishedIn } from "../kept-about";

/** As of restores: which apps were made must be known until somebody decided about them. */
const PREFIX = ".unfinished_rebuild-";
const JOURNAL = "journal.jsonl";

/** What is kept of apps that are being made anew, so that a later call of the command can go on with them. No credentials. */
export interface RebuildAbout {
  rebuildId: string;
  /** ISO 8601. */
  startedAt: string;
  archive: { runId: string; digest: string };
  asked: RebuildAsked;
  /** Of the domain, and of the backup-management app. */
  baseUrl: string;
  managementApp: string;
}

/** Where it is kept, beside the archives. */
export interface RebuildFolder {
  readonly path: string;
  keep(about: RebuildAbout): Promise<void>;
  journal: RebuildJournal;
  /** Says that this process is alive. */
  touch(): void;
  clear(): Promise<void>;
}

/** The folder is made when something is kept. */
export function createRebuildFolder(parent: string, rebuildId: string): RebuildFolder {
  const folder = path.join(parent, `${PREFIX}${rebuildId}`);
  let opened: Promise<DurableLines<RebuildLine>> | undefined;
  const lines = () => {
    opened ??= openDurableLines<RebuildLine>(path.join(folder, JOURNAL)).catch((thrown: unknown) => {
      throw storageError(thrown, "WORKSPACE_FAILED");
    });
    return opened;
  };
  return {
    path: folder,
    keep: (about) => keepAbout(folder, about),
    journal: {
      async *lines() {
        yield* (await lines()).lines();
      },
      note: async (line) => (await lines()).note(line),
    },
    touch: () => touchAbout(folder),
    async clear() {
      await (await opened)?.close();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** What was begun beside these archives and has no end, the oldest first. */
export const unfinishedRebuilds = (parent: string): Promise<Array<Unfinished<RebuildAbout>>> =>
  unfinishedIn(parent, PREFIX, (text) => JSON.parse(text) as RebuildAbout);
