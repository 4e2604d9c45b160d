import { accessBy } from "../access";
import { tellDone } from "../checked";
import { RESTORE_EXIT } from "../exit";
import type { DrillAsked } from "../host";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface DrillOrder extends DrillAsked {
  kind: "drill";
  language: string;
}

/** Enough to meet what many records have in common, and few enough for every month. */
const USUAL_SAMPLE = 100;
const MOST = 1_000_000;

export const drill: Verb<DrillOrder> = {
  name: "drill",
  synopsis:
    "drill --file kintone-backup.json [<zip or folder> …] [--run <run id>] [--app <id> …] [--sample <number> | --all] [--seed <text>] [--confirm requests] [--reason <text>]",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    run: { type: "string" },
    app: { type: "string", multiple: true },
    sample: { type: "string" },
    all: { type: "boolean" },
    seed: { type: "string" },
    confirm: { type: "string", multiple: true },
    reason: { type: "string" },
  },
  optionWords: `\
  --sample <n>    restores so many records by chance, and beside them the newest, the largest and those with the most rows and
                  files (usually ${USUAL_SAMPLE})
  --all           restores all records
  --seed <text>   of the chance: the same seed and archive give the same sample; it is written into the history
  --confirm requests
                  drills also where that takes more API requests than are left today
`,
  explanation: `\
drill finds out whether apps can be restored from an archive, signed in like run but with a user's password: it restores records into a scratch app of
its own for each, which nobody else sees, reads them back, and compares them with the archive, files byte by byte. The apps themselves are not touched. Each drill is
written into the history. Ends with 0 when every drill passed, 2 when one has differences that are explained, 1 when one failed or ended before its
end, 3 when nothing was done.
`,
  unusable: RESTORE_EXIT.nothingWritten,
  read({ things: zips, values, language }) {
    const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
    const file = text("file");
    if (!file) return misused("--file is missing");
    const apps = (values.app ?? []) as string[];
    const odd = apps.find((app) => !/^[1-9]\d*$/.test(app));
    if (odd !== undefined) return misused(`--app takes the id of an app, not ${odd || "nothing"}`);
    const confirmed = (values.confirm ?? []) as string[];
    if (confirmed.some((each) => each !== "requests")) return misused("--confirm takes requests");
    const [sample, seed, runId] = [text("sample"), text("seed"), text("run")];
    if (values.all === true && (sample ?? seed) !== undefined) return misused("--all excludes --sample and --seed");
    if (sample !== undefined && !(/^[1-9]\d*$/.test(sample) && Number(sample) <= MOST)) {
      return misused(`--sample takes a number of records, not ${sample || "nothing"}`);
    }
    if (seed !== undefined && !/^[\x20-\x7e]{1,100}$/.test(seed))
      return misused("--seed takes up to 100 plain letters");
    return {
      ...{ kind: "drill", settingsFile: file, zips, apps, language, reason: text("reason")?.trim() ?? "" },
      ...(runId !== undefined && { runId }),
      ...(values.all === true ? {} : { sample: Number(sample ?? USUAL_SAMPLE) }),
      ...(seed !== undefined && { seed }),
      ...(confirmed.length > 0 && { overBudget: true }),
    };
  },
  async carryOut({ kind: _kind, language: _language, ...asked }, host) {
    const access = await accessBy(asked.settingsFile, host);
    if (!access) return RESTORE_EXIT.nothingWritten;
    return tellDone(await host.drill(access.file, access.credentials, asked), host);
  },
};
