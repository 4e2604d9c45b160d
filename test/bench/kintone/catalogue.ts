import type { SetName } from "../sets/plan";

/** An app of the local kintone, with what a backup of it must hold. */
export interface BenchApp {
  appId: string;
  /** Their `$id`s are 1 to this. */
  records: number;
  files: Array<{ fileKey: string; size: number }>;
}

/** Where the local kintone is and what it has: what its process tells the bench when it is ready. */
export interface Catalogue {
  url: string;
  /** HTTP/2. */
  secureUrl: string;
  /** Of the backup-management app. */
  backupApp: string;
  /** With the form and the views of the backup-management app, and without the plugin. */
  bareApp: string;
  sets: Record<SetName, BenchApp[]>;
}

export const countOf = (apps: readonly BenchApp[]): { records: number; files: number; bytes: number } => ({
  records: apps.reduce((sum, { records }) => sum + records, 0),
  files: apps.reduce((sum, { files }) => sum + files.length, 0),
  bytes: apps.reduce((sum, { files }) => sum + files.reduce((inner, { size }) => inner + size, 0), 0),
});
