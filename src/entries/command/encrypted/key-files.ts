import { readFile, stat } from "node:fs/promises";
import process from "node:process";
import { type Keys, readKeyFile } from "../../../archive/encryption/keys";
import type { KeyFilesGiven } from "../../../command/key-options";
import type { KeyFileProblem } from "../../../screens/text/encryption/messages";

/** What was given to open archives with. Read when it is needed; kept nowhere but in memory. Rejects with `UnusableKeyFile`. */
export type ReadKeys = () => Promise<Keys>;

export class UnusableKeyFile extends Error {
  constructor(
    readonly file: string,
    readonly problem: KeyFileProblem,
    /** What the file system calls it. */
    readonly reason = "",
  ) {
    super(`${file}: ${problem}`);
  }
}

export function keysIn({ identities, passphrase }: KeyFilesGiven): ReadKeys {
  let keys: Promise<Keys> | undefined;
  return () => (keys ??= readAll());

  async function readAll(): Promise<Keys> {
    return {
      identities: (await Promise.all(identities.map(identitiesIn))).flat(),
      passphrases: passphrase === undefined ? [] : [await passphraseIn(passphrase)],
    };
  }
}

async function identitiesIn(file: string): Promise<string[]> {
  const text = await contentOf(file);
  const identities = readKeyFile(text);
  if (identities) return identities;
  throw new UnusableKeyFile(file, /^age1/m.test(text) && !/AGE-SECRET-KEY-/.test(text) ? "public-key" : "no-keys");
}

async function passphraseIn(file: string): Promise<string> {
  await expectOwn(file);
  const [passphrase = ""] = (await contentOf(file)).replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/);
  if (passphrase.trim() === "") throw new UnusableKeyFile(file, "no-passphrase");
  return passphrase;
}

/** Windows has no such bits; who may read a file there is another question. */
async function expectOwn(file: string): Promise<void> {
  if (process.platform === "win32") return;
  const { mode } = await stat(file).catch(unreadable(file));
  if ((mode & 0o077) !== 0) throw new UnusableKeyFile(file, "open-to-others");
}

const contentOf = (file: string): Promise<string> => readFile(file, "utf8").catch(unreadable(file));

function unreadable(file: string) {
  return (thrown: NodeJS.ErrnoException): never => {
    throw new UnusableKeyFile(file, "unreadable", thrown.code ?? thrown.name);
  };
}
