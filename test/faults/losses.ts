import { isDeepStrictEqual } from "node:util";
import { numberedTexts } from "../archive/numbered-texts";
import type { ArchiveContents } from "./archive-contents";
import type { TrueFile, TrueRecord, Truth } from "./truth";

/** Something that kintone had and the archive has not, or has otherwise. */
export interface Loss {
  /** The target's. */
  folder: string;
  what: "target" | "record" | "field" | "attachment" | "comment" | "setting" | "setting file";
  /** It is there, with other contents than it ever had in kintone. */
  isDifferent?: true;
  record?: string;
  field?: string;
  file?: string;
  /** Below the folder; of a file, how it begins. */
  path?: string;
}

/** What there is of a target in the archive that there should not be. */
export type Invention = string;

interface Compared {
  losses: Loss[];
  inventions: Invention[];
  /** Where records and form do not fit together, which a run may be unable to help, and has to tell. */
  misfits: string[];
}

interface Line {
  $id: { value: string };
  $revision: { value: string };
}

/**
 * Compares a target in the archive with what kintone had when the run began and when it was over. Only what did not change
 * in between can be demanded; an app that was deleted has not changed. What did change may be as before or as after.
 */
export function compare(folder: string, before: Truth, after: Truth | undefined, archive: ArchiveContents): Compared {
  const inFolder = [...archive.entries.keys()].filter((path) => path.startsWith(`${folder}/`));
  if (inFolder.length === 0) return { losses: [{ folder, what: "target" }], inventions: [], misfits: [] };
  const paths = new Set(inFolder.map((path) => path.slice(folder.length + 1)));
  const own: Own = { folder, paths, archive, before, after: after ?? before, isDeleted: !after };
  const records = compareRecords(own);
  const losses = [...records.losses, ...lostSettings(own)];
  return { losses, inventions: records.inventions, misfits: misfits(own) };
}

interface Own {
  folder: string;
  /** Of the target's entries, below its folder. */
  paths: ReadonlySet<string>;
  archive: ArchiveContents;
  before: Truth;
  after: Truth;
  /** Then `after` is as before, but for what others say of the app. */
  isDeleted: boolean;
}

/** Fields of the archived records that the archived form does not know: then the form is another one than they were read with. */
function misfits(own: Own): string[] {
  const form = own.archive.entries.get(`${own.folder}/settings/app/form/fields.json`)?.toString("utf8");
  if (form === undefined) return [];
  const known = new Set(Object.keys((JSON.parse(form) as { properties: object }).properties));
  const used = new Set((linesOf(own, "records.jsonl") as object[]).flatMap((line) => Object.keys(line)));
  const unknown = [...used].filter((code) => !code.startsWith("$") && !known.has(code));
  return unknown.map((code) => `records have ${code}, which the form has not`);
}

function compareRecords(own: Own): Omit<Compared, "misfits"> {
  const { folder, before, after } = own;
  const archived = new Map<string, Line>();
  const inventions: Invention[] = [];
  let last = 0;
  for (const line of linesOf(own, "records.jsonl") as Line[]) {
    const id = line.$id.value;
    if (archived.has(id)) inventions.push(`record ${id} is there twice`);
    if (Number(id) < last) inventions.push(`record ${id} is not in its place`);
    if (!before.records.has(id) && !after.records.has(id)) inventions.push(`record ${id} never was in kintone`);
    last = Number(id);
    archived.set(id, line);
  }
  const comments = commentsOf(own);
  const losses = [...before.records].flatMap(([id, then]): Loss[] => {
    const now = after.records.get(id);
    if (!now) return [];
    const line = archived.get(id);
    if (!line) return [{ folder, what: "record", record: id }];
    return [...differences(own, id, line, [then, now]), ...lostComments(folder, id, [then, now], comments)];
  });
  return { losses, inventions };
}

function differences(own: Own, id: string, line: Line, versions: [TrueRecord, TrueRecord]): Loss[] {
  const { folder } = own;
  // kintone leaves fields out, without a word, that the user may not read.
  const isThere = (code: string) => Object.hasOwn(line, code);
  const shown = (record: object) => Object.fromEntries(Object.entries(record).filter(([code]) => isThere(code)));
  const same = versions.find(({ record }) => isDeepStrictEqual(shown(record), line));
  if (!same) {
    const revision = Number(line.$revision.value);
    const isBetween = revision > versions[0].revision && revision < versions[1].revision;
    return isBetween ? [] : [{ folder, what: "record", isDifferent: true, record: id }];
  }
  const fields = Object.keys(same.record).flatMap((field): Loss[] =>
    isThere(field) ? [] : [{ folder, what: "field", record: id, field }],
  );
  return [...fields, ...lostAttachments(own, id, same)];
}

function lostAttachments({ folder, paths, archive }: Own, id: string, same: TrueRecord): Loss[] {
  const taken = new Set<string>();
  const isThere = (path: string, sha256: string) => archive.digest(`${folder}/${path}`) === sha256;
  // Two files may have the same content: those that kept their names come first.
  const named = same.files.filter(({ place, name, sha256 }) => {
    const path = [...paths].find((one) => one.startsWith(place) && one.endsWith(`/${name}`));
    if (path === undefined || taken.has(path) || !isThere(path, sha256)) return false;
    taken.add(path);
    return true;
  });
  return same.files.flatMap((file): Loss[] => {
    if (named.includes(file)) return [];
    const there = [...paths].filter((path) => path.startsWith(file.place) && !taken.has(path));
    const found = there.find((path) => isThere(path, file.sha256));
    if (found !== undefined) {
      taken.add(found);
      return [];
    }
    // Which of them should have been it matters only where there are more than the others account for.
    const others = same.files.filter(({ place }) => place === file.place).length;
    const isDifferent = there.length >= others - taken.size;
    const { field, name } = file;
    return [{ folder, what: "attachment", ...(isDifferent && { isDifferent }), record: id, field, file: name }];
  });
}

function lostComments(
  folder: string,
  record: string,
  [then, now]: [TrueRecord, TrueRecord],
  comments: ReadonlyMap<string, unknown>,
): Loss[] {
  return [...then.comments].flatMap(([id, text]): Loss[] => {
    if (!now.comments.has(id)) return [];
    if (!comments.has(`${record}/${id}`)) return [{ folder, what: "comment", record }];
    // kintone gives the text with a space at its end (cybozu.dev get-comments).
    const isSame = String(comments.get(`${record}/${id}`)).trimEnd() === String(text).trimEnd();
    return isSame ? [] : [{ folder, what: "comment", isDifferent: true, record }];
  });
}

function commentsOf(own: Own): Map<string, unknown> {
  const lines = linesOf(own, "comments.jsonl") as Array<{ record: string; comment: { id: string; text: string } }>;
  return new Map(lines.map(({ record, comment }) => [`${record}/${comment.id}`, comment.text]));
}

function linesOf({ folder, archive }: Own, name: "records.jsonl" | "comments.jsonl"): unknown[] {
  return numberedTexts(archive.entries, folder, name)
    .join("")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

function lostSettings(own: Own): Loss[] {
  const { folder, paths, archive, before, after } = own;
  const losses = [...before.settings].flatMap(([path, then]): Loss[] => {
    const now = after.settings.get(path);
    // A language that says what the default says has no file of its own.
    const standard = path.replace(/\.(en|zh|ja)\.json$/, ".json");
    const isNeeded = standard === path || !isDeepStrictEqual(then, before.settings.get(standard));
    if (!paths.has(path)) return isNeeded ? [{ folder, what: "setting", path }] : [];
    const archived = JSON.parse(archive.entries.get(`${folder}/${path}`)?.toString("utf8") ?? "") as unknown;
    const truths = [then, now, ...(own.isDeleted && path === "settings/space.json" ? [withoutApp(then, own)] : [])];
    const isSame = truths.some((truth) => isDeepStrictEqual(truth, archived)) || wasBetween(archived, then, now);
    return isSame ? [] : [{ folder, what: "setting", isDifferent: true, path }];
  });
  return [...losses, ...before.settingFiles.flatMap((file) => lostSettingFile(own, file))];
}

/** A space no longer names an app that was deleted. */
function withoutApp(space: unknown, { folder }: Own): unknown {
  const { attachedApps, ...others } = space as { attachedApps: Array<{ appId: string }> };
  const appId = folder.replace(/^.*-/, "");
  return { ...others, attachedApps: attachedApps.filter((app) => app.appId !== appId) };
}

/** When settings changed more than once, there were others in between. */
function wasBetween(archived: unknown, then: unknown, now: unknown): boolean {
  const [at, first, last] = [archived, then, now].map((one) => Number((one as { revision?: string })?.revision));
  return first! < at! && at! < last!;
}

function lostSettingFile({ folder, paths, archive }: Own, { place, name, sha256 }: TrueFile): Loss[] {
  const found = [...paths].find((path) => path.startsWith(place));
  if (found === undefined) return [{ folder, what: "setting file", path: place, file: name }];
  if (archive.digest(`${folder}/${found}`) === sha256) return [];
  return [{ folder, what: "setting file", isDifferent: true, path: place, file: name }];
}
