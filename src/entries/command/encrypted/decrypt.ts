import path from "node:path";
import { isEncrypted } from "../../../archive/encryption/age-header";
import { EncryptionError } from "../../../archive/encryption/encryption-error";
import type { Keys } from "../../../archive/encryption/keys";
import { createMeter } from "../../../archive/bytes/digest";
import type { RandomAccess } from "../../../archive/zip/source-reader";
import type { Checked } from "../../../command/checked";
import type { Volume } from "../../../domain/outcome";
import { encryptionTextsIn } from "../../../screens/text/encryption/language";
import { harmlessLine } from "../../../screens/text/harmless";
import { auditorMessagesFor } from "../../../screens/text/verify/language";
import { openedZip, withOpenFiles } from "../open-zips";
import type { Outputs } from "../outputs";
import { whyUnusable } from "../why-unusable";
import { zipFilesIn } from "../zip-files";
import { ClosedFile } from "./closed-file";
import type { ReadKeys } from "./key-files";
import { writeNewFile } from "./new-file";

interface DecryptHost {
  keys: ReadKeys;
  language: string;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

const CHUNK_BYTES = 1024 ** 2;

/** Writes what encrypted files hold into a folder, and tells of each in words. One that cannot be opened takes nothing from the others. */
export async function decryptOnNode(
  given: readonly string[],
  folder: string,
  { keys: readKeys, language, signal, outputs }: DecryptHost,
): Promise<Checked> {
  const [texts, messages] = [encryptionTextsIn(language), auditorMessagesFor(language)];
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  const report: string[] = [];
  let isWhole = true;
  try {
    const keys = await readKeys();
    for (const file of await encryptedIn(given)) {
      try {
        signal.throwIfAborted();
        line.report({ phase: file, said: path.basename(file) });
        report.push(texts.decrypted(path.basename(file), await decryptFile(file, folder, keys, signal)));
      } catch (thrown) {
        signal.throwIfAborted();
        isWhole = false;
        report.push(texts.notDecrypted(path.basename(file), whyUnusable(thrown, messages)));
      }
    }
    if (isWhole) report.push(texts.decryptedNote);
    return { sound: isWhole, report: lines(report) };
  } catch (thrown) {
    return { unusable: lines([whyUnusable(thrown, messages)]), ...(report.length > 0 && { report: lines(report) }) };
  } finally {
    line.end();
  }
}

/** Whoever names a file means it, whatever it is; of a folder, the encrypted ones are meant. */
async function encryptedIn(given: readonly string[]): Promise<string[]> {
  const files = await zipFilesIn(given);
  return files.filter((file) => given.includes(file) || file.endsWith(".age"));
}

function decryptFile(file: string, folder: string, keys: Keys, signal: AbortSignal): Promise<Volume> {
  return withOpenFiles([file], async ([opened]) => {
    const source = opened?.source as RandomAccess;
    if (!(await isEncrypted(source))) throw new ClosedFile(file, new EncryptionError("NOT_ENCRYPTED"), true);
    const { name, source: plain } = await openedZip(file, source, keys);
    const meter = createMeter();
    async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
      for (let start = 0; start < plain.size; start += CHUNK_BYTES) {
        signal.throwIfAborted();
        const chunk = await plain.bytes(start, start + CHUNK_BYTES);
        meter.add(chunk);
        yield chunk;
      }
    }
    await writeNewFile(folder, name, chunks());
    return { name, ...(await meter.finish()) };
  });
}

const lines = (all: readonly string[]) => all.map((each) => `${harmlessLine(each)}\n`).join("");
