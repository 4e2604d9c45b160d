import type { ArchivedTarget } from "../../../../archive/reading/open-archive";
import { readJsonLines } from "../../../../archive/records/json-lines";
import { inTurn, numberedFiles } from "../../../../archive/records/numbered-files";
import { lookInto } from "../../../../domain/settings/answer-part";

/** A comment of the archive, with as much of it as can be written again. */
export interface ArchivedComment {
  text: string;
  /** ISO 8601. */
  at: string;
  /** Who wrote it, as people call them, and their log-in name. */
  by: { code: string; name: string };
}

/** All comments of a record, the oldest first. */
export interface CommentedRecord {
  id: string;
  comments: readonly ArchivedComment[];
}

/** Records with comments, in ascending ids; memory holds the comments of one. */
export async function* archivedComments({
  archived: { entries, facts },
}: {
  archived: ArchivedTarget;
}): AsyncGenerator<CommentedRecord, void, undefined> {
  let record: { id: string; comments: ArchivedComment[] } | undefined;
  for await (const line of inTurn(numberedFiles(entries, facts.folder, "comments"), readJsonLines)) {
    const { root } = lookInto(line);
    const id = root.member("record").text() ?? "";
    if (record && record.id !== id) yield record;
    if (record?.id !== id) record = { id, comments: [] };
    const comment = root.member("comment");
    const creator = comment.member("creator");
    const [text, at] = ["text", "createdAt"].map((name) => comment.member(name).text() ?? "");
    const [code, name] = ["code", "name"].map((each) => creator.member(each).text() ?? "");
    record.comments.push({ text: text ?? "", at: at ?? "", by: { code: code ?? "", name: name ?? "" } });
  }
  if (record) yield record;
}
