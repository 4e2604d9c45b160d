import { type BackupError, endsTheRun } from "../../../../domain/errors";
import { lookInto } from "../../../../domain/settings/answer-part";
import { toldError } from "../../../compare/difference-lines";
import { archivedIdOf, type SetApp } from "../set-app";
import { recollectSet } from "../set-journal";
import type { SetWorld } from "../set-world";
import { archivedComments, type CommentedRecord } from "./archived-comments";
import { commentTexts } from "./comment-texts";

/** How many records have their comments again. */
export interface RestoredComments {
  restored: number;
  notRestored: number;
}

/** What several comments in a row are refused for, all others would be, too. */
const REFUSED_IN_VAIN = 3;
/** How often a comment is sent whose answer is lost, and how long kintone has time for it. */
const ROUNDS = 3;
const SECONDS_BETWEEN = 30;

type CommentsWorld = Pick<SetWorld, "journal" | "source" | "sink" | "pause" | "signal" | "tell">;

/**
 * Writes the comments of an app's records again, one by one, in their order, to records that nobody else has commented on. Which record is at hand is in the journal; how
 * many of its comments are there, the record itself tells: so none is written twice.
 */
export async function restoreComments(
  app: SetApp,
  newIds: ReadonlyMap<string, string>,
  timeZone: string,
  { journal, source, sink, pause, signal, tell }: CommentsWorld,
): Promise<RestoredComments> {
  const id = archivedIdOf(app);
  const earlier = await recollectSet(journal);
  const end: RestoredComments = { restored: 0, notRestored: 0 };
  let inVain = 0;
  for await (const record of archivedComments(app)) {
    signal.throwIfAborted();
    const newId = newIds.get(record.id);
    const about = { kind: "comments", app: id, id: record.id, comments: record.comments.length } as const;
    if (newId === undefined) {
      end.notRestored += 1;
      await tell({ ...about, outcome: "not-restored", why: "not-added" });
      continue;
    }
    const error = await commented(record, newId);
    inVain = error ? inVain + 1 : 0;
    if (error) {
      end.notRestored += 1;
      await tell({ ...about, newId, outcome: "not-restored", why: "refused", error: toldError(error) });
      if (endsTheRun(error) || inVain === REFUSED_IN_VAIN) throw error;
    } else {
      end.restored += 1;
      await tell({ ...about, newId, outcome: "restored" });
    }
  }
  return end;

  /** Resolves to why not all are there. */
  async function commented({ comments }: CommentedRecord, newId: string): Promise<BackupError | undefined> {
    const state = earlier.comments(id, newId);
    if (state === "all") return undefined;
    const texts = comments.flatMap((comment) => commentTexts(comment, timeZone));
    if (state === "none") await journal.note({ kind: "commenting", app: id, record: newId });
    let written = state === "none" ? 0 : await countThere(newId, texts);
    for (let round = 1; written < texts.length;) {
      signal.throwIfAborted();
      const sent = await sink.comment(app.app, newId, texts[written] ?? "");
      if (sent.outcome === "done") {
        [written, round] = [written + 1, 1];
        continue;
      }
      if (sent.outcome === "refused" || round === ROUNDS) return sent.error;
      await pause(SECONDS_BETWEEN);
      written = await countThere(newId, texts);
      round += 1;
    }
    await journal.note({ kind: "commented", app: id, record: newId });
    return undefined;
  }

  /** How many of the texts, from the first on, are comments of the record. */
  async function countThere(newId: string, texts: readonly string[]): Promise<number> {
    let there = 0;
    for (let [offset, more] = [0, true]; more;) {
      const page = await source.readComments(app.app, newId, offset);
      for (const comment of page.comments) {
        const text = lookInto(comment).root.member("text").text() ?? "";
        if (there < texts.length && inLetters(text) === inLetters(texts[there] ?? "")) there += 1;
      }
      offset += page.comments.length;
      more = page.more && page.comments.length > 0;
    }
    return there;
  }
}

/** kintone puts a space behind what it keeps (observed by SonicGarden/kintone-emulator); whatever else it does with spaces makes no other comment of it. */
const inLetters = (text: string): string => text.replaceAll(/\s+/gu, "");
