import { accessBy } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import { type Verb, misused } from "../verb";

export interface CheckHistoryOrder {
  kind: "check-history";
  /** Path of the settings file. */
  file: string;
  /** Paths of zip files, and of folders of them. */
  zips: readonly string[];
  language: string;
}

export const checkHistory: Verb<CheckHistoryOrder> = {
  name: "check-history",
  synopsis: "check-history <kintone-backup.json> [--zips <folder or zip> …]",
  options: { zips: { type: "string", multiple: true } },
  optionWords: `\
  --zips <path>   zip files that were kept, or a folder of them, to be compared with the history
`,
  explanation: `\
check-history reads the history of all runs, signed in like run, and tells whether a run in it was changed, deleted or added.
The right to view the records suffices. With --zips, name, size and SHA-256 of each zip are compared with the history too; what is
in the zips is not looked at, that is what verify is for. Ends with 0 when all fits, 1 when something does not or there is
nothing to check, 2 when the check cannot be carried out.
`,
  read({ things, values, language }) {
    const [file, ...more] = things;
    const zips = values.zips as string[] | undefined;
    if (!file) return misused("no settings file given");
    // A shell makes several words of `--zips *.zip`, and only the first one is the option's.
    if (more.length > 0 && !zips) return misused("zip files come after --zips");
    return { kind: "check-history", file, zips: [...(zips ?? []), ...more], language };
  },
  async carryOut({ file: path, zips }, host) {
    const access = await accessBy(path, host);
    return access ? tellOf(await host.checkHistory(access.file, access.credentials, zips), host) : EXIT.unusable;
  },
};
