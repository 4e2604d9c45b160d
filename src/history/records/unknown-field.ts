import { toBackupError } from "../../domain/errors";

/** An app that was not prepared for a field lacks it: kintone refuses a condition that names it. */
export function namesUnknownField(thrown: unknown): boolean {
  return toBackupError(thrown).answer?.code === "GAIA_IQ11";
}
