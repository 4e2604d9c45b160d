import { encryptionTextsIn } from "../../../screens/text/encryption/language";
import { harmless } from "../../../screens/text/harmless";
import { ClosedFile, describeClosed } from "./closed-file";
import { UnusableKeyFile } from "./key-files";

/** Why something encrypted cannot be read, in words; `undefined` when it is about something else. */
export function whyClosed(thrown: unknown, language: string): string | undefined {
  const texts = encryptionTextsIn(language);
  if (thrown instanceof ClosedFile) return harmless(describeClosed(texts, thrown));
  if (thrown instanceof UnusableKeyFile) return harmless(texts.keyFile[thrown.problem](thrown.file, thrown.reason));
  return undefined;
}
