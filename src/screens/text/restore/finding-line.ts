import type { RecordFinding } from "../../../restore/compare/comparison";
import { harmlessLine } from "../harmless";
import { describeProblem } from "../run/problem-sentence";
import type { RestorerMessages } from "./language";
import { shownChange } from "./shown-value";

/** A form can have 500 fields, and a line is to be read. */
const MOST_FIELDS = 8;

/** What was found of a record, in one line. */
export function describeRecordFinding(messages: RestorerMessages, finding: RecordFinding): string {
  const { restore, quantities } = messages;
  const { id } = finding;
  if (finding.kind === "unread") {
    return `${restore.record(id, id)}: ${describeProblem(messages, { error: finding.error })}`;
  }
  if (finding.kind !== "differs" && finding.kind !== "explained") return restore.record(id, id);
  const { present, changed, fields } = finding;
  const by = harmlessLine(restore.changed(changed.by, changed.at));
  const record = restore.record(id, present.id);
  const shown = fields.slice(0, MOST_FIELDS).map((field) => shownChange(restore, quantities, field));
  const rest = fields.length > MOST_FIELDS ? [restore.more(fields.length - MOST_FIELDS)] : [];
  return `${by ? restore.value.nameAndCode(record, by) : record}: ${[...shown, ...rest].join("; ")}`;
}
