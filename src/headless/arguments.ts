/** What the command line asks for. */
export type Command =
  | { kind: "run"; file: string; language: string; refuseWithoutRoom: boolean }
  | { kind: "verify"; volumes: string[]; language: string }
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "misused"; reason: string };

export const USAGE = `kintone-backup: backs up every enabled target of a backup-management app

  kintone-backup run --file kintone-backup.json [--lang ja|en] [--refuse-without-room]
  kintone-backup verify <zip> [<zip> …] [--lang ja|en]

  --file <path>   where kintone is, which app manages the backup, and the folder for the archives
  --lang <code>   language of messages, log and history (default: of the environment)
  --refuse-without-room
                  when the disk has less room than earlier runs took, do not only warn: record a failed run instead

run signs in with KINTONE_USERNAME and KINTONE_PASSWORD, or with KINTONE_API_TOKEN (several separated by commas), from the
environment. Ends with 0 for a complete and verified backup that the history tells of, 1 for anything less, 2 when the
command cannot be carried out.

verify reads all zip files of one run back and prints the archive digest, to be compared with the run history. It signs in
nowhere. Ends with 0 for an archive that is complete and unchanged, 1 for any other, 2 when a file cannot be read.
`;

/** Options in the shape that `node:util`'s parseArgs takes. */
export const OPTIONS = {
  file: { type: "string" },
  lang: { type: "string" },
  "refuse-without-room": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

interface ParsedArguments {
  positionals: string[];
  values: { file?: string; lang?: string; "refuse-without-room"?: boolean; help?: boolean; version?: boolean };
}

/** @param environmentLanguage as in `LANG`, e.g. `ja_JP.UTF-8` */
export function toCommand({ positionals, values }: ParsedArguments, environmentLanguage: string): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const refuseWithoutRoom = values["refuse-without-room"] ?? false;
  const [verb, ...things] = positionals;
  const language = values.lang ?? environmentLanguage.slice(0, 2);
  if (verb === "verify") {
    if (things.length === 0) return { kind: "misused", reason: "no zip file given" };
    if (values.file) return { kind: "misused", reason: "verify takes no --file" };
    if (refuseWithoutRoom) return { kind: "misused", reason: "verify takes no --refuse-without-room" };
    return { kind: "verify", volumes: things, language };
  }
  if (verb !== "run") return { kind: "misused", reason: verb ? `unknown command: ${verb}` : "no command given" };
  if (things.length > 0) return { kind: "misused", reason: `unexpected: ${things.join(" ")}` };
  if (!values.file) return { kind: "misused", reason: "--file is missing" };
  return { kind: "run", file: values.file, language, refuseWithoutRoom };
}
