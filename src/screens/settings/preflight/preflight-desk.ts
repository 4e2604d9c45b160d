import type { TargetCheck } from "../../../backup/preflight/finding";
import type { BackupError } from "../../../domain/errors";
import type { Need, Shortage } from "../../../domain/room";
import type { SecurityItem } from "../../../history/security/item";
import type { LastResults } from "../../../history/targets/last-results";

/** What can be said of the room that the next run will need. */
export type RoomNews =
  { kind: "enough"; need: Need } | { kind: "short"; shortage: Shortage } | { kind: "no-run" | "unknown" };

/** What a check found. */
export interface PreflightNews {
  targets: readonly TargetCheck[];
  /** The problems that a run would have with what belongs to no app; absent when the settings ask for nothing of it. */
  domain?: readonly BackupError[];
  /** `undefined` when this user may not read them. */
  last: LastResults | undefined;
  room: RoomNews;
  security: readonly SecurityItem[];
}

/** What the section needs of the world. */
export interface PreflightDesk {
  /** Only asks, and changes nothing. Rejects with a `BackupError` when not even the targets can be read. */
  check(report: (done: number, of: number) => void): Promise<PreflightNews>;
}
