import { settingsBy } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import { type Verb, misused } from "../verb";

export interface ProveKeyOrder {
  kind: "prove-key";
  /** Path of the settings file. */
  file: string;
  to: string;
  language: string;
}

export const proveKey: Verb<ProveKeyOrder> = {
  name: "prove-key",
  synopsis: "prove-key --file kintone-backup.json --to <folder>",
  options: { file: { type: "string" }, to: { type: "string" } },
  optionWords: "",
  explanation: `\
prove-key writes a test file for each public key in the settings file (encryption.recipients) for which nobody has shown yet that it opens
anything. Whoever has the secret key decrypts the file and puts the word in it beside the public key; nothing runs with the settings
file before that. Ends with 0 when every key has been tried, 1 when test files were written, 2 when it cannot be carried out.
`,
  read({ things, values: { file, to }, language }) {
    if (things.length > 0) return misused("prove-key takes nothing but options");
    if (typeof file !== "string" || file === "") return misused("--file is missing");
    if (typeof to !== "string" || to === "") return misused("--to is missing");
    return { kind: "prove-key", file, to, language };
  },
  async carryOut({ file: path, to }, host) {
    const file = await settingsBy(path, host, "allowed");
    return file ? tellOf(await host.proveKey(file, to), host) : EXIT.unusable;
  },
};
