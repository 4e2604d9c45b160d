import * as v from "valibot";
import { type EncryptionSettings, encryptionSchema, isProven } from "./encryption";
import { folderPath } from "./folder-path";
import { REPLACEMENT, notJson } from "./json-position";
import { parseSettings } from "./migration";
import { type PlaceSettings, places } from "./places";
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
  /** The folder that the command works in, and writes its reports into, as it was written: that of the archives, unless it is said. */
  folder: string;
  /** Where archives go to; at least one. */
  places: readonly PlaceSettings[];
  settings: Settings;
  /** Absent when archives are zips. */
  encryption?: EncryptionSettings;
}

export type ParsedCommandFile = { file: CommandFile } | { problems: SettingsProblem[] };

/** Like the official clients: credentials travel with every request, so only this machine is spoken to without TLS. */
const ADDRESS = /^(https:\/\/[^/\\@?#\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)\/*$/i;

const required = () => reason("required");
const nonEmptyText = v.pipe(v.string(required), v.trim(), v.nonEmpty(required));

const address = v.pipe(
  nonEmptyText,
  v.regex(ADDRESS, reason("not-an-address")),
  v.url(reason("not-an-address")), // a port beyond 65535, a bracket that is left open
  v.transform((url) => url.replace(/\/+$/, "")),
);
/** Of a kintone domain, without a slash at the end. `undefined` for anything else. */
export function addressOfKintone(given: unknown): string | undefined {
  const parsed = v.safeParse(address, given);
  return parsed.success ? parsed.output : undefined;
}

const idNumber = v.pipe(
  v.union([v.string(), v.number()], (issue) => reason(issue.input === undefined ? "required" : "not-an-id")),
  v.transform(String),
  v.trim(),
  v.nonEmpty(required),
  v.regex(/^[1-9]\d*$/, reason("not-an-id")),
);

const schema = v.strictObject(
  {
    baseUrl: address,
    app: idNumber,
    guestSpaceId: v.exactOptional(idNumber),
    folder: v.exactOptional(folderPath),
    places: v.exactOptional(places),
    encryption: v.exactOptional(encryptionSchema),
    settings: v.optional(v.unknown(), {}),
    // A file that the settings screen wrote (`settings-file.ts`) becomes one of these by adding the three lines above.
    exported: v.optional(v.unknown()),
  },
  (issue) => {
    if (issue.expected !== "never") return reason(issue.received === "undefined" ? "required" : "unreadable");
    return reason(/user|password|token|secret/i.test(String(issue.path?.[0].key)) ? "secret" : "unknown-name");
  },
);

/**
 * Reads the text of such a file, a JSON object, with everything that is wrong with it. Never throws.
 *
 * @param unproven whether there may be keys for which nobody has decrypted a test file yet
 */
export function parseCommandFile(text: string, unproven: "refused" | "allowed" = "refused"): ParsedCommandFile {
  let stored: unknown;
  const json = text.replace(/^\uFEFF/, "");
  try {
    stored = JSON.parse(json);
  } catch {
    return { problems: [notJson(json)] };
  }
  // A value of another encoding is another value: a folder with a Japanese name would be made with a name of nobody's.
  if (text.includes(REPLACEMENT)) return { problems: [{ field: "", reason: "not-utf-8", facts: {} }] };
  const parsed = v.safeParse(schema, stored);
  const settings = parseSettings(settingsOf(stored));
  const where = parsed.success ? foldersOf(parsed.output) : undefined;
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.issues)),
    ...(where === "nowhere" || (!parsed.success && lacksFolder(stored)) ? [NO_FOLDER] : []),
    ...("problems" in settings ? settings.problems.map(inSettings) : []),
    ...(parsed.success && unproven === "refused" ? unprovenKeys(parsed.output.encryption) : []),
  ];
  if (problems.length > 0 || !parsed.success || !("settings" in settings) || !where || where === "nowhere") {
    return { problems };
  }
  const { exported: _exported, ...file } = parsed.output;
  return { file: { ...file, ...where, settings: settings.settings } };
}

const NO_FOLDER: SettingsProblem = { field: "folder", reason: "required", facts: {} };

/** A file that names a folder and no places means that the archives go there, as all files once did. */
function foldersOf({
  folder,
  places: given,
}: {
  folder?: string;
  places?: PlaceSettings[];
}): Pick<CommandFile, "folder" | "places"> | "nowhere" {
  const works = folder ?? given?.find((place) => place.kind === "folder")?.path;
  if (works === undefined) return "nowhere";
  return { folder: works, places: given ?? [{ kind: "folder", name: "folder", path: works }] };
}

/** The folder that archives of this machine lie in. */
export function folderOfArchives({ folder, places: given }: Pick<CommandFile, "folder" | "places">): string {
  return given.find((place) => place.kind === "folder")?.path ?? folder;
}

function lacksFolder(stored: unknown): boolean {
  return typeof stored === "object" && stored !== null && !("folder" in stored) && !("places" in stored);
}

/** An archive for a key that opens nothing is none. */
function unprovenKeys(encryption: EncryptionSettings | undefined): SettingsProblem[] {
  return (encryption?.recipients ?? []).flatMap((recipient, at) =>
    isProven(recipient)
      ? []
      : [
          {
            field: `encryption.recipients.${at}.proven`,
            reason: "not-proven" as const,
            facts: { name: recipient.name },
          },
        ],
  );
}

function settingsOf(stored: unknown): unknown {
  return typeof stored === "object" && stored !== null && "settings" in stored ? stored.settings : {};
}

function inSettings(problem: SettingsProblem): SettingsProblem {
  return { ...problem, field: problem.field === "" ? "settings" : `settings.${problem.field}` };
}
