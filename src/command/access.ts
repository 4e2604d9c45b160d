import { type CommandFile, type ParsedCommandFile, parseCommandFile } from "../settings/command-file";
import type { PlaceSettings } from "../settings/places";
import { type Credentials, credentialsFrom } from "./credentials";
import type { Access, CommandHost } from "./host";

/** Reads the settings file and the log-in. `undefined` when it had to tell what is wrong with them. */
export async function accessBy(path: string, host: CommandHost): Promise<Access | undefined> {
  const file = await settingsBy(path, host);
  const credentials = file && credentialsOf(host);
  return credentials && { file, credentials };
}

/**
 * Reads the settings file. `undefined` when it had to tell what is wrong with it.
 *
 * @param unproven as `parseCommandFile` takes it
 */
export async function settingsBy(
  path: string,
  host: CommandHost,
  unproven?: "allowed",
): Promise<CommandFile | undefined> {
  const parsed = await parsedFile(path, host, unproven);
  if ("file" in parsed) return parsed.file;
  for (const problem of parsed.problems) host.tell(`${path}: ${host.describeSettingsProblem(problem)}\n`);
  return undefined;
}

/** The log-in. `undefined` when it had to tell that there is none. */
export function credentialsOf(host: Pick<CommandHost, "environment" | "tell">): Credentials | undefined {
  const credentials = credentialsFrom(host.environment);
  if (!credentials) host.tell("kintone-backup: set KINTONE_USERNAME and KINTONE_PASSWORD, or KINTONE_API_TOKEN\n");
  return credentials;
}

/** A path that is mistyped, or a file that is another user's, is the first thing to go wrong with a new schedule. */
async function parsedFile(path: string, host: CommandHost, unproven?: "allowed"): Promise<ParsedCommandFile> {
  try {
    const parsed = parseCommandFile(await host.readFile(path), unproven);
    if ("problems" in parsed) return parsed;
    return withWholePaths(parsed.file, host) ?? NO_CURRENT_FOLDER;
  } catch (thrown) {
    const { code, name } = thrown as Error & { code?: string };
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    const [reason, facts] = isMissing
      ? (["no-file", {}] as const)
      : (["unreadable-file", { found: code ?? name }] as const);
    return { problems: [{ field: "", reason, facts }] };
  }
}

const NO_CURRENT_FOLDER: ParsedCommandFile = {
  problems: [{ field: "folder", reason: "no-current-folder", facts: {} }],
};

function withWholePaths(file: CommandFile, { wholePath }: CommandHost): ParsedCommandFile | undefined {
  const folder = wholePath(file.folder);
  const places = file.places.map((place) => {
    if (place.kind !== "folder") return place;
    const path = wholePath(place.path);
    return path === undefined ? undefined : { ...place, path };
  });
  const isWhole = (place: PlaceSettings | undefined): place is PlaceSettings => place !== undefined;
  return folder !== undefined && places.every(isWhole) ? { file: { ...file, folder, places } } : undefined;
}
