import type { People } from "../plan/restore-choices";
import type { PlainError } from "../../domain/plain-error";
import type { SettingName } from "../../domain/source";
import type { RebuildStep } from "./step";

/** Something of a setting that stands by itself: a field, a view, a rule. */
export interface Piece {
  setting: SettingName;
  /** Code or name, as people find it on kintone's screens. */
  name?: string;
}

/** What an app does not have as the archive has it, and why. */
export type Told = { folder: string; step: RebuildStep | "checking" } & (
  | (Piece & { what: "refused"; error: PlainError })
  /** Deploying it failed: kintone gives no reason. */
  | (Piece & { what: "not-deployed" })
  /** It names an app that nothing stands for. */
  | (Piece & { what: "other-app"; appId: string })
  /** It is an ordinary field now: it keeps its values, and looks nothing up. */
  | (Piece & { what: "no-lookup" })
  /** Somebody whom it named is gone, and was left out or replaced. */
  | (Piece & { what: "person"; people: People; code: string; instead: string | null })
  /** A permission names somebody who is gone: without them it could allow more, so that none of it was set. */
  | (Piece & { what: "not-set"; people: People; code: string })
  /** The archive lacks what it is made of. */
  | (Piece & { what: "not-archived" })
  /** When everything was done, kintone had it otherwise than the archive. */
  | (Piece & { what: "otherwise" })
  /** It could not be read back. */
  | (Piece & { what: "unread"; error: PlainError })
);
