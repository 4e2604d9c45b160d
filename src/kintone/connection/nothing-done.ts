import type { BackupError } from "../../domain/errors";
import { wasNeverSent } from "./obstacle";
import { LOCKED } from "./verdict";

/**
 * kintone turned the request away at the door (429), a lock stopped it, or nobody was reached who could have done it. Most other failures
 * leave open whether a write was done.
 */
export function provesNothingDone(error: BackupError): boolean {
  return error.code === "TOO_MANY_REQUESTS" || LOCKED.has(error.answer?.code) || wasNeverSent(error);
}
