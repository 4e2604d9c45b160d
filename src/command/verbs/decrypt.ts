import { tellOf } from "../checked";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface DecryptOrder {
  kind: "decrypt";
  /** Paths of encrypted files, and of folders of archives. */
  files: readonly string[];
  /** Path of the folder for what they hold. */
  to: string;
  language: string;
}

export const decrypt: Verb<DecryptOrder> = {
  name: "decrypt",
  synopsis:
    "decrypt <file or folder> [<file or folder> …] --to <folder> (--identity <path> | --passphrase-file <path>)",
  options: { ...KEY_OPTIONS, to: { type: "string" } },
  optionWords: `\
  --to <path>     the folder for what was decrypted, or for test files of keys; nothing in it is overwritten
`,
  explanation: `\
decrypt opens files that were encrypted with age (.zip.age, or any other .age) and writes what they hold into a folder, readable by you alone. It
signs in nowhere. No other verb needs it: each opens encrypted archives by itself, without writing them anywhere. Ends with 0 when
every file was decrypted, 1 when one was not, 2 when it cannot be carried out.
`,
  read({ things: files, values: { to }, language }) {
    if (files.length === 0) return misused("no file given");
    if (typeof to !== "string" || to === "") return misused("--to is missing");
    return { kind: "decrypt", files, to, language };
  },
  carryOut: async ({ files, to }, host) => tellOf(await host.decrypt(files, to), host),
};
