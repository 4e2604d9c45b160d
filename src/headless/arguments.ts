/** What the command line asks for. */
export type Command =
  | { kind: "run"; file: string; language: string }
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "misused"; reason: string };

export const USAGE = `kintone-backup: backs up every enabled target of a backup-management app

  kintone-backup run --file kintone-backup.json [--lang ja|en]

  --file <path>   where kintone is, which app manages the backup, and the folder for the archives
  --lang <code>   language of messages, log and history (default: of the environment)

Signs in with KINTONE_USERNAME and KINTONE_PASSWORD, or with KINTONE_API_TOKEN (several separated by commas), from the
environment. Ends with 0 for a complete and verified backup that the history tells of, 1 for anything less, 2 when the
command cannot be carried out.
`;

/** Options in the shape that `node:util`'s parseArgs takes. */
export const OPTIONS = {
  file: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

interface ParsedArguments {
  positionals: string[];
  values: { file?: string; lang?: string; help?: boolean; version?: boolean };
}

/** @param environmentLanguage as in `LANG`, e.g. `ja_JP.UTF-8` */
export function toCommand({ positionals, values }: ParsedArguments, environmentLanguage: string): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [verb, ...surplus] = positionals;
  if (verb !== "run") return { kind: "misused", reason: verb ? `unknown command: ${verb}` : "no command given" };
  if (surplus.length > 0) return { kind: "misused", reason: `unexpected: ${surplus.join(" ")}` };
  if (!values.file) return { kind: "misused", reason: "--file is missing" };
  return { kind: "run", file: values.file, language: values.lang ?? environmentLanguage.slice(0, 2) };
}
