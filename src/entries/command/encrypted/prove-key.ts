import { encryptionFor } from "../../../archive/encryption/encrypt";
import { readRecipient } from "../../../archive/encryption/recipients";
import { streamOf } from "../../../archive/entry";
import { safeName } from "../../../archive/names";
import type { Checked } from "../../../command/checked";
import { encryptionTextsIn } from "../../../screens/text/encryption/language";
import { harmless } from "../../../screens/text/harmless";
import { auditorMessagesFor } from "../../../screens/text/verify/language";
import type { CommandFile } from "../../../settings/command-file";
import { isProven, type Recipient } from "../../../settings/encryption";
import { proofWord } from "../../../settings/key-proof";
import { whyUnusable } from "../why-unusable";
import { writeNewFile } from "./new-file";

/** Leaves room for the rest of the name. */
const MOST_NAME_BYTES = 100;

/** Writes a test file for each key that nobody has tried yet, and tells what to do with it. */
export async function proveKeyOnNode({ encryption }: CommandFile, folder: string, language: string): Promise<Checked> {
  const texts = encryptionTextsIn(language);
  if (!encryption) return { unusable: `${texts.noKeys}\n` };
  const { recipients } = encryption;
  const warnings = recipients.length > 1 ? [] : [texts.singleKey];
  const untried = recipients.filter((recipient) => !isProven(recipient));
  if (untried.length === 0) return { sound: true, report: text([texts.allProven, ...warnings]) };
  const wrong = untried.flatMap((recipient) => {
    const read = readRecipient(recipient.publicKey);
    return "problem" in read ? [texts.recipient[read.problem](recipient.name)] : [];
  });
  if (wrong.length > 0) return { unusable: text(wrong) };
  try {
    const written: Array<{ name: string; file: string }> = [];
    for (const recipient of untried) {
      const file = `test-${safeName(recipient.name, MOST_NAME_BYTES)}.txt.age`;
      await writeNewFile(folder, file, testFile(recipient, texts.testFile));
      written.push({ name: recipient.name, file });
    }
    return { sound: false, report: text([texts.testFiles(written), ...warnings]) };
  } catch (thrown) {
    return { unusable: text([whyUnusable(thrown, auditorMessagesFor(language))]) };
  }
}

async function* testFile(
  { name, publicKey }: Recipient,
  content: (name: string, word: string) => string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const plain = new TextEncoder().encode(content(name, proofWord(publicKey, day)));
  const { stream } = await encryptionFor({ recipients: [publicKey] })(streamOf(plain));
  yield* stream as unknown as AsyncIterable<Uint8Array>;
}

const text = (lines: readonly string[]) => lines.map((line) => `${harmless(line)}\n`).join("");
