import { toBackupError } from "../../domain/errors";

/** An app that was not prepared for a field lacks it: kintone refuses a condition that names it. */
export function namesUnknownField(thrown: unknown): boolean {
  return toBackupError(thrown).answer?.code === "GAIA_IQ11";
}

/** Nor has it an option that came later: kintone refuses a condition that names it, as a field of choices knows its options. */
export function namesUnknownOption(thrown: unknown): boolean {
  return toBackupError(thrown).answer?.code === "GAIA_IQ10";
}
