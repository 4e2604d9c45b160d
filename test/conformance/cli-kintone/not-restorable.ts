import type { Properties } from "../../emulator/domain/form";
import type { Difference } from "./record-differences";

interface NotRestorable {
  why: string;
  /** Whether the difference is this one, and as it should be. */
  is(difference: Difference, original: Original): boolean;
}

/** What a difference is judged by. */
export interface Original {
  properties: Properties;
  /** Name of the state in which records begin. */
  firstState: string | undefined;
}

const ofType =
  (what: string, isAsItShouldBe: (difference: Difference, original: Original) => boolean) =>
  (difference: Difference, original: Original): boolean =>
    difference.what === what && isAsItShouldBe(difference, original);

const isNumber = ({ after }: Difference) => /^[1-9]\d*$/.test(String(after));

/** All that `cli-kintone record import` of a records.csv cannot bring back into an empty copy of the app. `records.jsonl` has each of them. */
export const NOT_RESTORABLE: Record<string, NotRestorable> = {
  "record id": { why: "kintone counts the records of an app itself", is: ofType("__ID__", isNumber) },
  revision: { why: "a new record begins with 1", is: ofType("__REVISION__", ({ after }) => after === "1") },
  "record number": { why: "the id, and no API sets the app's code before it", is: ofType("RECORD_NUMBER", isNumber) },
  "row id": { why: "kintone counts the rows of tables itself", is: ofType("SUBTABLE id", isNumber) },
  "file key": {
    why: "an attached file gets a new key",
    is: ofType("FILE fileKey", ({ before, after }) => typeof before === "string" && typeof after === "string"),
  },
  "file name": {
    why: "of equal names in a cell, files on a disk need a number each",
    is: ofType("FILE name", ({ before, after }) => String(after).replace(/ \(\d+\)(?=(\.[^.]*)?$)/, "") === before),
  },
  "content type": {
    why: "cli-kintone guesses it from the name; the CSV has none",
    is: ofType("FILE contentType", ({ before, after }) => typeof before === "string" && typeof after === "string"),
  },
  status: {
    why: "the CSV has no status; a record begins in the first",
    is: ofType("STATUS", ({ after }, { firstState }) => after === firstState),
  },
  assignee: {
    why: "the CSV has no assignees; nobody has the first status",
    is: ofType("STATUS_ASSIGNEE", ({ after }) => JSON.stringify(after) === "[]"),
  },
  categories: {
    why: "the CSV has none, and no API switches categories on in the copy",
    is: ofType("CATEGORY", ({ before, after }) => Array.isArray(before) && after === undefined),
  },
  "value that never was": {
    why: "a field that is younger than its record has null; the CSV has an empty cell for it as for an empty text",
    is: ({ before, after }) => before === null && after === "",
  },
  "copy of a lookup": {
    why: "kintone copies anew what stands in the source now",
    is: ({ where, before, after }, { properties }) =>
      copiedByLookups(properties).has(where) && typeof before === "string" && typeof after === "string",
  },
};

/** The name of a difference that is to be; any other is described, so that a test shows it. */
export function nameOf(difference: Difference, original: Original): string {
  const found = Object.entries(NOT_RESTORABLE).find(([, { is }]) => is(difference, original));
  return found?.[0] ?? `unexpected: ${JSON.stringify(difference)}`;
}

function copiedByLookups(properties: Properties): Set<string> {
  const mappings = Object.values(properties).flatMap(({ lookup }) => lookup?.fieldMappings ?? []);
  return new Set(mappings.map(({ field }) => field));
}
