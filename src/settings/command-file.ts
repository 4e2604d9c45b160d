import * as v from "valibot";
import { parseSettings } from "./migration";
import { problemsOf, reason, type SettingsProblem } from "./problem";
import type { Settings } from "./settings";

/** Where the command finds who it is: the names that cli-kintone uses too. Never in the file, which people share. */
export const CREDENTIAL_VARIABLES = {
  username: "KINTONE_USERNAME",
  password: "KINTONE_PASSWORD",
  apiToken: "KINTONE_API_TOKEN",
} as const;

/** The command's file: what it needs to know beside who it is. */
export interface CommandFile {
  /** Of the kintone domain, without a slash at the end: `https://example.cybozu.com`. */
  baseUrl: string;
  /** Id of the backup-management app. */
  app: string;
  /** Of the backup-management app, when it lives in a guest space. */
  guestSpaceId?: string;
  /** The folder that archives go to, as it was written. */
  folder: string;
  settings: Settings;
}

export type ParsedCommandFile = { file: CommandFile } | { problems: SettingsProblem[] };

/** Like the official clients: credentials travel with every request, so only this machine is spoken to without TLS. */
const ADDRESS = /^(https:\/\/[^/@?#\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)\/*$/i;

const required = () => reason("required");
const nonEmptyText = v.pipe(v.string(required), v.trim(), v.nonEmpty(required));
const idNumber = v.pipe(
  v.union([v.string(), v.number()], (issue) => reason(issue.input === undefined ? "required" : "not-an-id")),
  v.transform(String),
  v.trim(),
  v.nonEmpty(required),
  v.regex(/^[1-9]\d*$/, reason("not-an-id")),
);

const schema = v.strictObject(
  {
    baseUrl: v.pipe(
      nonEmptyText,
      v.regex(ADDRESS, reason("not-an-address")),
      v.transform((url) => url.replace(/\/+$/, "")),
    ),
    app: idNumber,
    guestSpaceId: v.exactOptional(idNumber),
    folder: nonEmptyText,
    settings: v.optional(v.unknown(), {}),
    // A file that the settings screen wrote (`settings-file.ts`) becomes one of these by adding the three lines above.
    exported: v.optional(v.unknown()),
  },
  (issue) => {
    if (issue.expected !== "never") return reason(issue.received === "undefined" ? "required" : "unreadable");
    return reason(/user|password|token|secret/i.test(String(issue.path?.[0].key)) ? "secret" : "unknown-name");
  },
);

/** Reads the text of such a file, a JSON object, with everything that is wrong with it. Never throws. */
export function parseCommandFile(text: string): ParsedCommandFile {
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problems: [{ field: "", reason: "unreadable", facts: {} }] };
  }
  const parsed = v.safeParse(schema, stored);
  const settings = parseSettings(settingsOf(stored));
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.issues)),
    ...("problems" in settings ? settings.problems.map(inSettings) : []),
  ];
  if (!parsed.success || !("settings" in settings)) return { problems };
  const { exported: _exported, ...file } = parsed.output;
  return { file: { ...file, settings: settings.settings } };
}

function settingsOf(stored: unknown): unknown {
  return typeof stored === "object" && stored !== null && "settings" in stored ? stored.settings : {};
}

function inSettings(problem: SettingsProblem): SettingsProblem {
  return { ...problem, field: problem.field === "" ? "settings" : `settings.${problem.field}` };
}
