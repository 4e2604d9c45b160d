/** What the command line asks for. */
export type Command =
  | { kind: "run"; file: string; language: string; resume: boolean; refuseWithoutRoom: boolean }
  | { kind: "verify"; volumes: string[]; language: string }
  | { kind: "check-history"; file: string; zips: string[]; language: string }
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "misused"; reason: string };

export const USAGE = `kintone-backup: backs up every enabled target of a backup-management app

  kintone-backup run --file kintone-backup.json [--resume] [--refuse-without-room] [--lang ja|en|zh]
  kintone-backup verify <zip> [<zip> …] [--lang ja|en|zh]
  kintone-backup check-history <kintone-backup.json> [--zips <folder or zip> …] [--lang ja|en|zh]

  --file <path>   where kintone is, which app manages the backup, and the folder for the archives
  --resume        goes on with a run of this folder that was killed (power failure, restart), if there is one of the last
                  two days; what it had read is not read again
  --zips <path>   zip files that were kept, or a folder of them, to be compared with the history
  --lang <code>   language of messages, log and history (default: of the environment)
  --refuse-without-room
                  when the disk has less room than earlier runs took, do not only warn: record a failed run instead

run signs in with KINTONE_USERNAME and KINTONE_PASSWORD, or with KINTONE_API_TOKEN (several separated by commas), from the
environment. Ends with 0 for a complete and verified backup that the history tells of, 1 for anything less, 2 when the
command cannot be carried out.

verify reads all zip files of one run back and prints the archive digest, to be compared with the run history. It signs in
nowhere. Ends with 0 for an archive that is complete and unchanged, 1 for any other, 2 when a file cannot be read.

check-history reads the history of all runs, signed in like run, and tells whether a run in it was changed, deleted or added.
The right to view the records suffices. With --zips, name, size and SHA-256 of each zip are compared with the history too; what is
in the zips is not looked at, that is what verify is for. Ends with 0 when all fits, 1 when something does not or there is
nothing to check, 2 when the check cannot be carried out.
`;

/** Options in the shape that `node:util`'s parseArgs takes. */
export const OPTIONS = {
  file: { type: "string" },
  zips: { type: "string", multiple: true },
  lang: { type: "string" },
  resume: { type: "boolean" },
  "refuse-without-room": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

interface ParsedArguments {
  positionals: string[];
  values: {
    file?: string;
    zips?: string[];
    lang?: string;
    resume?: boolean;
    "refuse-without-room"?: boolean;
    help?: boolean;
    version?: boolean;
  };
}

/** @param environmentLanguage what is spoken without `--lang` */
export function toCommand({ positionals, values }: ParsedArguments, environmentLanguage: string): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const refuseWithoutRoom = values["refuse-without-room"] ?? false;
  const [verb, ...things] = positionals;
  const language = values.lang ?? environmentLanguage;
  const isForRun = values.file !== undefined || values.resume || refuseWithoutRoom;
  if (verb === "check-history") {
    if (isForRun) return { kind: "misused", reason: "check-history takes no option but --zips and --lang" };
    return toHistoryCheck(things, values, language);
  }
  if (values.zips) return { kind: "misused", reason: "--zips belongs to check-history" };
  if (verb === "verify") {
    if (things.length === 0) return { kind: "misused", reason: "no zip file given" };
    if (isForRun) return { kind: "misused", reason: "verify takes no option but --lang" };
    return { kind: "verify", volumes: things, language };
  }
  if (verb !== "run") return { kind: "misused", reason: verb ? "unknown command" : "no command given" };
  if (things.length > 0) return { kind: "misused", reason: "run takes nothing but options" };
  if (!values.file) return { kind: "misused", reason: "--file is missing" };
  return { kind: "run", file: values.file, language, resume: values.resume ?? false, refuseWithoutRoom };
}

function toHistoryCheck(things: string[], values: ParsedArguments["values"], language: string): Command {
  const [file, ...more] = things;
  if (!file) return { kind: "misused", reason: "no settings file given" };
  // A shell makes several words of `--zips *.zip`, and only the first one is the option's.
  if (more.length > 0 && !values.zips) {
    return { kind: "misused", reason: "zip files come after --zips" };
  }
  return { kind: "check-history", file, zips: [...(values.zips ?? []), ...more], language };
}
