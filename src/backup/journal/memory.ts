import type { TargetFacts } from "../../archive/manifest/manifest";
import { targetFolder } from "../../archive/names";
import type { NotedFile } from "../../domain/noted-file";
import type { TargetResult } from "../../domain/outcome";
import { plainResult } from "../../domain/plain";
import type { RequestCount } from "../../domain/requests";
import type { Target } from "../../domain/target";
import type { StoredFile } from "../../domain/workspace";
import type { StagedEntry } from "../../staging/staging";
import type { OpenArchive } from "../../archive/reading/open-archive";
import type { PackedVolume } from "../volumes/pack-volume";
import type { JournalEntry, NotedVolume, RequestsOfDay, RunJournal, SettledTarget } from "./entries";
import { dayKeyOf, forgetTarget, isUnchanged, keyOf, nothingRecalled, recollect, storedAs } from "./recollection";

/**
 * What a run knows from earlier attempts, and what it notes for a later one. Where nothing survives the end of a process,
 * there is no journal: then nothing is recalled, and nothing noted.
 */
export interface Memory {
  /** Whether anything that is noted is kept. */
  readonly keeps: boolean;
  /** Whether an earlier attempt got so far that there were targets. */
  readonly resumes: boolean;
  readonly targets: readonly Target[] | undefined;
  /** What an earlier attempt called the archive. */
  readonly archiveName: string | undefined;
  readonly logLines: readonly string[];
  /** API requests of earlier attempts. */
  readonly requests: number;
  /** Those of them that were made of the app on that day of kintone's. */
  requestsOfDay(day: string, appId: string): number;
  /** What earlier attempts left in the workspace. */
  readonly kept: readonly NotedFile[];
  /** Names of files that settled targets tell of, though what was in them may be in a volume by now. */
  readonly toldNames: readonly string[];
  /** How many targets an earlier attempt read to their end. */
  readonly settledTargets: number;
  begun(targets: readonly Target[]): Promise<void>;
  named(archiveName: string): Promise<void>;
  logged(line: string): void;
  /**
   * The answer that an earlier attempt got, or else that of `ask`, which is noted. What `ask` rejects with is not. Whoever asks waits
   * until it is: of a slow disk's journal no more waits in memory than the answers of what is asked at the same time.
   */
  once<Answer>(target: string, question: string, ask: () => Promise<Answer>): Promise<Answer>;
  /** What an earlier attempt put into the workspace of the answer, if it is there as it was. It serves once. */
  file(target: string, question: string): Promise<{ noted: NotedFile; stored: StoredFile } | undefined>;
  /** @param unconfirmed whether it may have been given to somebody else: until `confirmed` it does not count for a later attempt */
  filed(target: string, question: string, file: NotedFile, unconfirmed?: boolean): Promise<void>;
  confirmed(target: string): void;
  /** The target is read anew: nothing that was recalled or noted of it counts. */
  forget(target: string): void;
  settled(target: Target): SettledTarget | undefined;
  settle(facts: TargetFacts, entries: readonly StagedEntry[], result: TargetResult): Promise<void>;
  /** The volume, when an earlier attempt packed these very entries into it. */
  volume(number: number, paths: readonly string[]): Promise<PackedVolume | undefined>;
  packed(number: number, volume: PackedVolume, paths: readonly string[]): Promise<void>;
  /** An entry that waits since an earlier attempt. */
  stored(noted: NotedFile): Promise<StoredFile | undefined>;
  /** The run has its end. */
  end(): Promise<void>;
}

/** @param counted API requests of this attempt so far */
export async function createMemory(
  journal: RunJournal | undefined,
  counted: Pick<RequestCount, "requests" | "requestsToday" | "today">,
  previous?: OpenArchive,
): Promise<Memory> {
  // What cannot be read back is as good as never written.
  const recalled = journal ? await recollect(journal, previous).catch(nothingRecalled) : nothingRecalled();
  const requestsOfDay = (day: string, appId: string) => recalled.ofDays.get(dayKeyOf(day, appId)) ?? 0;
  const appOf = new Map<string, string>();
  const know = (targets: readonly Target[]) =>
    targets.forEach((target) => appOf.set(targetFolder(target), target.appId));
  know(recalled.targets ?? []);

  function ofDay(folder: string): { ofDay: RequestsOfDay } | undefined {
    const [app, day] = [appOf.get(folder), counted.today()];
    if (!app) return undefined;
    return { ofDay: { app, day, requests: requestsOfDay(day, app) + counted.requestsToday(app) } };
  }
  const note = async (entry: JournalEntry) =>
    journal?.note({
      ...entry,
      requests: recalled.requests + counted.requests(),
      ...("target" in entry && ofDay(entry.target)),
    });

  return {
    keeps: journal !== undefined,
    resumes: recalled.targets !== undefined,
    targets: recalled.targets,
    archiveName: recalled.archiveName,
    logLines: recalled.logLines,
    requests: recalled.requests,
    requestsOfDay,
    kept: recalled.kept,
    toldNames: [...recalled.settled.values()].flatMap(({ entries }) => entries.flatMap(({ file }) => file?.name ?? [])),
    settledTargets: recalled.settled.size,
    begun(targets) {
      know(targets);
      return note({ kind: "begun", targets });
    },
    named: (name) => note({ kind: "named", name }),
    logged(line) {
      void note({ kind: "logged", line });
    },
    async once<Answer>(target: string, question: string, ask: () => Promise<Answer>) {
      const key = keyOf(target, question);
      if (recalled.answers.has(key)) {
        const answer = recalled.answers.get(key) as Answer;
        recalled.answers.delete(key);
        return answer;
      }
      const answer = await ask();
      await note({ kind: "answered", target, question, answer });
      return answer;
    },
    async file(target, question) {
      const key = keyOf(target, question);
      const noted = recalled.files.get(key);
      if (!noted || !journal) return undefined;
      recalled.files.delete(key);
      if (!(await isUnchanged(noted, journal))) return undefined;
      const stored = await storedAs(noted, journal);
      return stored && { noted, stored };
    },
    filed: (target, question, file, unconfirmed = false) =>
      note({ kind: "filed", target, question, file, ...(unconfirmed && { unconfirmed }) }),
    confirmed(target) {
      void note({ kind: "confirmed", target });
    },
    forget(target) {
      forgetTarget(recalled, target);
      void note({ kind: "forgotten", target });
    },
    settled: (target) => (target.appId ? recalled.settled.get(targetFolder(target)) : undefined),
    settle: (facts, entries, result) =>
      note({
        kind: "settled",
        settled: { facts, result: plainResult(result), entries: entries.map(notedEntry) },
      }),
    async volume(number, paths) {
      const noted = recalled.volumes.get(number);
      const file = noted && sameList(noted.entries, paths) ? await journal?.file(noted.file.name) : undefined;
      if (!noted || !file) return undefined;
      const { name, zip } = noted;
      return { name, size: noted.file.size, sha256: noted.file.sha256, ...(zip && { zip }), file };
    },
    async packed(volume, { name, size, sha256, zip, file }, entries) {
      const written = { name: file.name, size, sha256 };
      const packed: NotedVolume = { volume, name, file: written, ...(zip && { zip }), entries };
      await note({ kind: "packed", packed });
    },
    stored: async (noted) => journal && storedAs(noted, journal),
    // What stays behind is swept by a later run.
    end: async () => journal?.end().catch(() => undefined),
  };
}

function notedEntry({ path, kind, target, size, sha256, file }: StagedEntry) {
  return { path, kind, ...(target !== undefined && { target }), size, sha256, ...(file && { file }) };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
