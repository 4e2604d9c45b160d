import { BackupError } from "../../domain/errors";
import type { TargetLedger } from "../targets/target-ledger";
import type { OddCells } from "./odd-cells";

/** A manifest with a hundred thousand gaps of one kind is of no use to anybody: behind these, they are counted. */
const NAMED = 100;

/**
 * What `records.csv` lacks is in `records.jsonl`: a gap with a name that is told, and no problem, as are fields that CSV has no column for.
 * Files that nobody can tell are in no archive: a problem.
 */
export function bookOddCells(odd: OddCells, ledger: TargetLedger): void {
  for (const { lackedBy, field, records } of odd.all()) {
    const [first = ""] = records;
    const facts = { record: first, actual: records.size, ...(field !== undefined && { field }) };
    if (lackedBy === "csv") ledger.tell("records", new BackupError("NOT_IN_CSV", "CSV cannot hold all", { facts }));
    else
      ledger.problem(
        "attachments",
        new BackupError("BAD_RESPONSE", "A cell holds something else than files", { facts }),
      );
    const gap = gapOf(lackedBy, field);
    for (const record of [...records].slice(0, NAMED)) ledger.missing({ ...gap, record });
    const more = records.size - NAMED;
    if (more > 0) ledger.missing({ ...gap, text: `${gap.text} So it is with ${more} more records.` });
  }
}

function gapOf(lackedBy: "csv" | "attachments", field: string | undefined) {
  if (lackedBy === "attachments") {
    const text = "The cell holds something else than files: if there are any, they were not read.";
    return { code: "FAILED" as const, what: "attachment" as const, text, ...(field !== undefined && { field }) };
  }
  return field === undefined
    ? { code: "NOT_IN_CSV" as const, what: "rows" as const, text: "CSV cannot hold the rows of the record." }
    : { code: "NOT_IN_CSV" as const, what: "cell" as const, text: "CSV cannot hold all of the cell.", field };
}
