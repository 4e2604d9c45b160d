import { wasRefused } from "../../domain/outcome";
import { OVER_BUDGET, type OverBudget } from "../../domain/request-budget";
import { accessBy } from "../access";
import { tellDone } from "../checked";
import { EXIT } from "../exit";
import type { Access, CommandHost } from "../host";
import { KEY_OPTIONS } from "../key-options";
import { type Verb, misused } from "../verb";

export interface RunOrder {
  kind: "run";
  /** Path of the settings file. */
  file: string;
  language: string;
  resume: boolean;
  refuseWithoutRoom: boolean;
  overBudget: OverBudget;
}

/** Generations that the rules of the places let go. What becomes of them is recorded by itself, and takes nothing away from the run. */
async function pruneAfterwards({ file, credentials }: Access, settingsFile: string, host: CommandHost): Promise<void> {
  if (!file.places.some(({ keep }) => keep)) return;
  tellDone(await host.prune(file, credentials, { dryRun: false, afterRun: true, settingsFile }), host);
}

export const run: Verb<RunOrder> = {
  name: "run",
  synopsis: "run --file kintone-backup.json [--resume] [--refuse-without-room] [--over-budget=stop]",
  options: {
    ...KEY_OPTIONS,
    file: { type: "string" },
    resume: { type: "boolean" },
    "refuse-without-room": { type: "boolean" },
    "over-budget": { type: "string" },
  },
  optionWords: `\
  --file <path>   where kintone is, which app manages the backup, and the folder for the archives
  --resume        goes on with a run of this folder that was killed (power failure, restart), if there is one of the last
                  two days; what it had read is not read again
  --refuse-without-room
                  when the disk has less room than earlier runs took, do not only warn: record a failed run instead
  --over-budget=stop|pause|without-comments|go-on
                  when an app takes more requests than are left of those per app and day: read as many of its comments, a
                  request for each record, as there is room for (stop, unless given), all of them, as many a day as there
                  may be (pause), none (without-comments), or everything now, beyond the budget (go-on). Unless it is to go
                  on, whatever else is too much waits, and is read after 9:00, Japan time; other apps do not wait
`,
  explanation: `\
run signs in with KINTONE_USERNAME and KINTONE_PASSWORD, or with KINTONE_API_TOKEN (several separated by commas), from the
environment. Ends with 0 for a complete and verified backup that the history tells of and that is at every place, 1 for anything less, 2 when the
command cannot be carried out: also when the backup-management app does not take a record of the run; nothing is read then.
`,
  read({ things, values, language }) {
    if (things.length > 0) return misused("run takes nothing but options");
    if (typeof values.file !== "string" || values.file === "") return misused("--file is missing");
    const [resume, refuseWithoutRoom] = [values.resume === true, values["refuse-without-room"] === true];
    const overBudget = OVER_BUDGET.find((choice) => choice === (values["over-budget"] ?? "stop"));
    if (!overBudget) return misused(`--over-budget is one of ${OVER_BUDGET.join(", ")}`);
    return { kind: "run", file: values.file, language, resume, refuseWithoutRoom, overBudget };
  },
  async carryOut({ file: path, ...how }, host) {
    const access = await accessBy(path, host);
    if (!access) return EXIT.unusable;
    const outcome = await host.run(access.file, access.credentials, { ...how, report: host.report });
    host.print(host.describeOutcome(outcome));
    if (wasRefused(outcome)) return EXIT.unusable;
    // A run that no history tells of is not done, however whole its archive is.
    const remembered = outcome.historyRecordId !== undefined;
    const everywhere = outcome.places.every(({ state }) => state !== "not_saved");
    if (outcome.status !== "success" || !remembered || !everywhere) return EXIT.incomplete;
    await pruneAfterwards(access, path, host);
    return EXIT.success;
  },
};
