import type { Volume } from "../domain/outcome";

/** An archive that the history tells of. */
export interface KeptArchive {
  runId: string;
  /** When its run began. */
  startedAt: Date;
  /** Its run was a success. */
  isWhole: boolean;
  /** Names what else is counted with it: runs over targets are one series, backups of an app before its restores another. */
  series: string;
  volumes: readonly Volume[];
  /** Of all volumes, hex. */
  digest: string;
}

/** The archives of finished runs, as the history has them. Rejects as `History` does. */
export interface KeptArchives {
  all(): Promise<readonly KeptArchive[]>;
}
