import { createMeter } from "../../archive/bytes/digest";
import { rangeOf } from "../../domain/file-range";
import type { NotedFile } from "../../domain/noted-file";
import type { Target } from "../../domain/target";
import type { StoredFile } from "../../domain/workspace";
import type { OpenArchive } from "../../archive/reading/open-archive";
import type { JournalLine, NotedVolume, RunJournal, SettledTarget } from "./entries";

/** What earlier attempts of a run left, sorted out. */
export interface Recollection {
  /** The targets of the run, once they were found. */
  targets: readonly Target[] | undefined;
  /** What the archive is called, once that was settled. */
  archiveName: string | undefined;
  /** Of the log, as they were written. */
  logLines: readonly string[];
  /** API requests of the earlier attempts. */
  requests: number;
  /** Those of an app on a day: by `dayKeyOf`. */
  ofDays: ReadonlyMap<string, number>;
  /** By the folder of the target. */
  settled: ReadonlyMap<string, SettledTarget>;
  /** By number. */
  volumes: ReadonlyMap<number, NotedVolume>;
  /** Of targets that are not settled, by folder and question; each serves once. */
  answers: Map<string, unknown>;
  files: Map<string, NotedFile>;
  /** The same, of which nobody said that they were this user's: somebody else may have been logged in when they came. */
  unconfirmed: Map<string, NotedFile>;
  /** Everything of earlier attempts that is still there. */
  kept: readonly NotedFile[];
}

export const nothingRecalled = (): Recollection => ({
  targets: undefined,
  archiveName: undefined,
  logLines: [],
  requests: 0,
  ofDays: new Map(),
  settled: new Map(),
  volumes: new Map(),
  answers: new Map(),
  files: new Map(),
  unconfirmed: new Map(),
  kept: [],
});

export const keyOf = (target: string, question: string): string => `${target}\n${question}`;

export const dayKeyOf = (day: string, appId: string): string => `${day} ${appId}`;

/**
 * Reads the journal and removes what nobody needs any more. When anything that a volume or a settled target needs is not there
 * as it was, nothing is recalled, and the run begins anew: half a memory would make an archive that looks whole.
 */
export async function recollect(journal: RunJournal, previous: OpenArchive | undefined): Promise<Recollection> {
  const recollection = await read(journal);
  const needed = neededFiles(recollection);
  const isWhole = areOffered(recollection, previous) && (await areUnchanged(needed, journal));
  // What was asked was asked, whatever is left of the answers.
  const { ofDays } = recollection;
  const recalled = isWhole ? recollection : { ...nothingRecalled(), ofDays };
  const kept = isWhole ? [...needed, ...recalled.files.values()] : [];
  await journal.sweep(new Set(kept.map(({ name }) => name)));
  return { ...recalled, kept };
}

async function read(journal: RunJournal): Promise<Recollection> {
  const logLines: string[] = [];
  const ofDays = new Map<string, number>();
  const settled = new Map<string, SettledTarget>();
  const volumes = new Map<number, NotedVolume>();
  const recollection = { ...nothingRecalled(), logLines, ofDays, settled, volumes };
  const { answers, files, unconfirmed } = recollection;
  const take = (line: JournalLine) => {
    recollection.requests = line.requests;
    if (line.ofDay) ofDays.set(dayKeyOf(line.ofDay.day, line.ofDay.app), line.ofDay.requests);
    if (line.kind === "begun") recollection.targets = line.targets;
    if (line.kind === "named") recollection.archiveName = line.name;
    if (line.kind === "logged") logLines.push(line.line);
    if (line.kind === "answered") answers.set(keyOf(line.target, line.question), line.answer);
    if (line.kind === "filed")
      (line.unconfirmed ? unconfirmed : files).set(keyOf(line.target, line.question), line.file);
    if (line.kind === "confirmed") confirmFiles(recollection, line.target);
    if (line.kind === "forgotten") forgetTarget(recollection, line.target);
    if (line.kind === "packed") volumes.set(line.packed.volume, line.packed);
    if (line.kind === "settled") {
      settled.set(line.settled.facts.folder, line.settled);
      forgetTarget(recollection, line.settled.facts.folder);
    }
  };
  for await (const line of journal.lines()) take(line);
  return recollection;
}

function confirmFiles({ files, unconfirmed }: Recollection, target: string): void {
  for (const [key, file] of unconfirmed) {
    if (!key.startsWith(keyOf(target, ""))) continue;
    files.set(key, file);
    unconfirmed.delete(key);
  }
}

/** Nothing that was recalled of the target counts any more. */
export function forgetTarget({ answers, files, unconfirmed }: Recollection, target: string): void {
  for (const known of [answers, files, unconfirmed]) {
    for (const key of known.keys()) if (key.startsWith(keyOf(target, ""))) known.delete(key);
  }
}

/** Volumes, and entries that are in none of them yet. */
function neededFiles({ settled, volumes }: Recollection): NotedFile[] {
  const packed = new Set([...volumes.values()].flatMap(({ entries }) => entries));
  const waiting = [...settled.values()].flatMap(({ entries }) => entries).filter(({ path }) => !packed.has(path));
  return [...[...volumes.values()].map(({ file }) => file), ...waiting.flatMap(({ file }) => file ?? [])];
}

/** Whether the previous archive still has what was to be taken from it. */
function areOffered({ settled }: Recollection, previous: OpenArchive | undefined): boolean {
  const taken = [...settled.values()].flatMap(({ entries }) => entries.filter(({ file }) => !file));
  return taken.every(({ path, sha256 }) => previous?.entry(path)?.sha256 === sha256);
}

async function areUnchanged(files: readonly NotedFile[], journal: RunJournal): Promise<boolean> {
  for (const file of files) if (!(await isUnchanged(file, journal))) return false;
  return true;
}

/** What an earlier attempt noted; `undefined` when there is nothing of that size any more. */
export async function storedAs({ name, start, size }: NotedFile, journal: RunJournal): Promise<StoredFile | undefined> {
  const file = await journal.file(name);
  if (!file || start === undefined) return file?.size === size ? file : undefined;
  // Behind it may be what another attempt was about to write.
  return file.size < start + size ? undefined : rangeOf(file, start, size);
}

/** Whether it is there, to the last byte. */
export async function isUnchanged(noted: NotedFile, journal: RunJournal): Promise<boolean> {
  const stored = await storedAs(noted, journal);
  if (!stored) return false;
  const meter = createMeter();
  for await (const chunk of chunksOf(stored.stream())) meter.add(chunk);
  return (await meter.finish()).sha256 === noted.sha256;
}

/** Not every browser can iterate over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
