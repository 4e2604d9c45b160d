import { tellOf } from "../checked";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface VerifyOrder {
  kind: "verify";
  /** Paths of zip files. */
  volumes: readonly string[];
  language: string;
}

export const verify: Verb<VerifyOrder> = {
  name: "verify",
  synopsis: "verify <zip> [<zip> …]",
  options: KEY_OPTIONS,
  optionWords: "",
  explanation: `\
verify reads all zip files of one run back and prints the archive digest, to be compared with the run history, and what is
not in the archive. It signs in nowhere. Ends with 0 for an archive that is unchanged and has all that was asked for, 1 for
any other, 2 when a file cannot be read.
`,
  read({ things, language }) {
    return things.length === 0 ? misused("no zip file given") : { kind: "verify", volumes: things, language };
  },
  async carryOut({ volumes }, host) {
    return tellOf(await host.verify(volumes), host);
  },
};
