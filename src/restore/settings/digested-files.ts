import { isObject } from "../../archive/records/understood";
import { generalOf, scriptsOf, type SettingFile } from "../../domain/settings/known-settings";

/** A file that a setting names, and where an archive has what is in it, but for its name: below `settings/…` or `customize/…`. */
export interface NamedFile {
  file: SettingFile;
  pathBegins: string;
}

export function filesNamedIn(setting: string, answer: unknown): NamedFile[] {
  if (setting === "app/settings") {
    const { icon } = generalOf(answer);
    return icon ? [{ file: icon, pathBegins: "settings/app/icon/" }] : [];
  }
  if (setting !== "app/customize") return [];
  return scriptsOf(answer).map((file) => ({
    ...{ file, pathBegins: `customize/${file.device}/${file.type}/${file.position}-` },
  }));
}

/**
 * The answer, with the digest of each file's content in the place of its key, which is another in every answer. `null` where it is not known: then files
 * of one name are not taken for the same.
 */
export function withDigests(answer: unknown, digests: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(answer)) return answer.map((item: unknown) => withDigests(item, digests));
  if (!isObject(answer)) return answer;
  const { fileKey, name } = answer as { fileKey?: unknown; name?: unknown };
  if (typeof fileKey === "string") return { name, sha256: digests.get(fileKey) ?? null };
  return Object.fromEntries(Object.entries(answer).map(([key, member]) => [key, withDigests(member, digests)]));
}
