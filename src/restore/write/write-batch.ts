import { BackupError, toBackupError } from "../../domain/errors";
import type { RecordVersion } from "../../domain/record-copies";
import type { Written } from "../../domain/sink";
import type { RecordResult } from "./record-result";
import type { RestoreJournal, RestoreLine } from "./restore-journal";

/** A record that is ready to be written: by the archive's id, or by kintone's when it is to be deleted. */
export interface ReadyRecord {
  id: string;
}

/** What a lost answer turned out to be. */
export type Settled = { state: "done"; versions: readonly RecordVersion[] } | { state: "not-done" | "undecided" };

/** One way of writing records: adding them, or putting them back. */
export interface WritingWay<Ready extends ReadyRecord> {
  send: (records: readonly Ready[]) => Promise<Written>;
  /** The line that goes before. */
  sending: (records: readonly Ready[]) => RestoreLine & { kind: "sending" };
  /** Those that are not as they were when they were compared. */
  unplanned: (records: readonly Ready[]) => Promise<ReadonlyMap<string, "changed-meanwhile" | "gone">>;
  /** Sees to it that what kintone says to be done was done once. Resolves to the versions that count. */
  once?: (records: readonly Ready[], versions: readonly RecordVersion[]) => Promise<readonly RecordVersion[]>;
  /**
   * Whether a batch that kintone refused had been done before it was: a browser may have sent it twice, and only the second answer comes (`added-once.ts`). Resolves to
   * the versions when it was, every record of it.
   */
  doneBefore?: (
    records: readonly Ready[],
    refused: Written["outcome"],
  ) => Promise<readonly RecordVersion[] | undefined>;
  /** Looks in kintone what became of a batch whose answer was lost. */
  settle: (records: readonly Ready[], line: RestoreLine & { kind: "sending" }) => Promise<Settled>;
  done: (record: Ready, version: RecordVersion) => RecordResult;
}

/** A lost answer may be lost again. */
const MOST_SENDINGS = 3;

/**
 * Writes a batch: all that kintone takes of it. What it refuses is set aside, by the places that it names, or by halving the batch; what
 * somebody changed meanwhile is left alone; what was sent without an answer is looked for before it is sent again.
 * Rejects when nothing more can be sent; then nothing is under way. Of what may have been done and cannot be looked for, nobody can tell.
 */
export async function writeBatch<Ready extends ReadyRecord>(
  records: readonly Ready[],
  way: WritingWay<Ready>,
  journal: RestoreJournal,
): Promise<RecordResult[]> {
  if (records.length === 0) return [];
  for (let sent = 1; ; sent += 1) {
    const line = way.sending(records);
    await journal.note(line);
    const written = await way.send(records).catch(async (thrown: unknown) => {
      // What the sink rejects with says that nothing was done.
      if (thrown instanceof BackupError) await journal.note({ kind: "not-done" });
      throw thrown;
    });
    if (written.outcome !== "unknown") return answered(records, written);
    const settled = await way.settle(records, line).catch(toBackupError);
    if (settled instanceof BackupError) return undecided(records, settled);
    if (settled.state === "done") return taken(records, settled.versions);
    if (settled.state === "undecided") return undecided(records, written.error);
    await journal.note({ kind: "not-done" });
    if (sent === MOST_SENDINGS) throw written.error;
  }

  async function answered(all: readonly Ready[], written: Exclude<Written, { outcome: "unknown" }>) {
    if (written.outcome === "done") {
      const versions = await (way.once?.(all, written.versions) ?? Promise.resolve(written.versions)).catch(
        toBackupError,
      );
      return versions instanceof BackupError ? undecided(all, versions) : taken(all, versions);
    }
    const before = await way.doneBefore?.(all, written.outcome).catch(toBackupError);
    if (before instanceof BackupError) return undecided(all, before);
    if (before) return taken(all, before);
    await journal.note({ kind: "not-done" });
    switch (written.outcome) {
      case "records-refused": {
        const places = new Map(written.records.map(({ index, fields }) => [index, fields]));
        const refused = all.flatMap(({ id }, at): RecordResult[] => {
          const fields = places.get(at);
          return fields ? [{ id, outcome: "refused", error: written.error, fields }] : [];
        });
        return [...refused, ...(await rest(all, (_, at) => !places.has(at), written.error))];
      }
      case "changed-meanwhile":
      case "gone": {
        const unplanned = await way.unplanned(all);
        const left = all.flatMap(({ id }): RecordResult[] => {
          const outcome = unplanned.get(id);
          return outcome ? [{ id, outcome }] : [];
        });
        return [...left, ...(await rest(all, ({ id }) => !unplanned.has(id), written.error))];
      }
      default:
        return halved(all, written.error);
    }
  }

  /** Those that are left; when kintone's answer took nobody out, one of them is found by halving. */
  async function rest(all: readonly Ready[], isLeft: (record: Ready, at: number) => boolean, error: BackupError) {
    const left = all.filter(isLeft);
    return left.length < all.length ? writeBatch(left, way, journal) : halved(all, error);
  }

  async function halved(all: readonly Ready[], error: BackupError): Promise<RecordResult[]> {
    const [first] = all;
    if (all.length === 1 && first) return [{ id: first.id, outcome: "refused", error }];
    const middle = Math.ceil(all.length / 2);
    return [
      ...(await writeBatch(all.slice(0, middle), way, journal)),
      ...(await writeBatch(all.slice(middle), way, journal)),
    ];
  }

  async function taken(all: readonly Ready[], versions: readonly RecordVersion[]): Promise<RecordResult[]> {
    await journal.note({ kind: "done", versions });
    return all.map((record, at) => {
      const version = versions[at];
      if (!version) throw new BackupError("BAD_RESPONSE", "Fewer records than were written");
      return way.done(record, version);
    });
  }

  function undecided(all: readonly Ready[], error: BackupError): RecordResult[] {
    return all.map(({ id }) => ({ id, outcome: "undecided", error }));
  }
}
