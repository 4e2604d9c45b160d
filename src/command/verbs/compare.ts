import { accessBy } from "../access";
import { tellOf } from "../checked";
import { EXIT } from "../exit";
import type { ComparisonAsked } from "../host";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface CompareOrder extends ComparisonAsked {
  kind: "compare";
  /** Path of the settings file. */
  file: string;
  language: string;
}

export const compare: Verb<CompareOrder> = {
  name: "compare",
  synopsis:
    "compare --file kintone-backup.json [<zip or folder> …] [--run <run id>] [--app <id> …] [--bytes] [--differences <path>] [--record]",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    run: { type: "string" },
    app: { type: "string", multiple: true },
    bytes: { type: "boolean" },
    differences: { type: "string" },
    record: { type: "boolean" },
    reason: { type: "string" },
  },
  optionWords: `\
  --run <run id>  compares the archive of that run, where there are zip files of several
  --app <id>      compares this app alone; may be given several times
  --bytes         also downloads the attachments of which name and size are the same, a request each, and compares their contents
  --differences <path>
                  writes every difference into this new file, a line of JSON each
  --record [--reason <text>]
                  writes what was found into the history, a record for each app, with every difference and why it was compared
`,
  explanation: `\
compare reads an archive back and compares it with the apps that it came from, signed in like run: records that are missing in
kintone, that differ, field by field, or are newer, and how the form is another. It changes nothing in kintone, unless --record has it written into
the history. Records that were put back before are known by their new numbers. The archive is that of the newest
run whose zip files are all there, among those that are given, or in the folder of the settings file. Ends with 0 when kintone has all that the
archive has, as it was (what was added later, and values that only kintone writes, do not count), 1 when something differs or a record could not
be compared, 2 when the comparison, or that of one of the apps, cannot be carried out.
`,
  read({ things, values, language }) {
    const { file, run: runId, differences, reason } = values;
    const record = values.record === true;
    const apps = (values.app ?? []) as string[];
    if (typeof file !== "string" || file === "") return misused("--file is missing");
    const odd = apps.find((app) => !/^[1-9]\d*$/.test(app));
    if (odd !== undefined) return misused(`--app takes the id of an app, not ${odd || "nothing"}`);
    if (reason !== undefined && !record) return misused("--reason belongs to --record");
    return {
      ...{ kind: "compare", file, zips: things, apps, bytes: values.bytes === true, record, language },
      ...(typeof runId === "string" && { runId }),
      ...(typeof differences === "string" && { differences }),
      ...(typeof reason === "string" && { reason }),
    };
  },
  async carryOut({ file: path, kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(path, host);
    return access ? tellOf(await host.compare(access.file, access.credentials, asked), host) : EXIT.unusable;
  },
};
