import { createTextGatherer, type TextGatherer } from "../archive/bytes/text-gatherer";
import type { Attachment } from "../archive/records/attachments-of-record";
import { linesIn } from "../archive/records/json-lines";
import type { OddCell, RecordCopies, RecordVersion } from "../domain/record-copies";
import type { Rows } from "./row-room";

/** What there is of a record beside its line. */
interface OneRecord {
  version: RecordVersion;
  /** Absent where they are made when they are written. */
  rows: Rows | undefined;
  odd: readonly OddCell[];
  attachments: readonly Attachment[];
}

/** Cuts the lines of an answer into copies: those to which nothing belongs stay together. */
export function createCutter(lines: Uint8Array) {
  const each = linesIn(lines);
  const copies: RecordCopies[] = [];
  let group = createGroup(0);
  let [end, next] = [0, 0];

  const close = (attachments: readonly Attachment[]) => {
    const { start, versions, rows, odd } = group;
    if (versions.length === 0) return;
    copies.push({
      ...{ versions, lines: lines.subarray(start, end), attachments },
      ...(rows && { rows: rows.bytes() }),
      ...(odd.length > 0 && { odd }),
    });
    group = createGroup(end);
  };

  return {
    add({ version, rows, odd, attachments }: OneRecord, byItself: boolean) {
      if (byItself || (rows === undefined) !== (group.rows === undefined)) close([]);
      group.versions.push(version);
      if (rows === undefined) group.rows = undefined;
      else group.rows?.add(rows);
      group.odd.push(...odd);
      end += (each[next] as Uint8Array).length;
      next += 1;
      if (byItself) close(attachments);
    },
    all() {
      close([]);
      return copies;
    },
  };
}

interface Group {
  /** Where its lines begin. */
  start: number;
  versions: RecordVersion[];
  rows: TextGatherer | undefined;
  odd: OddCell[];
}

function createGroup(start: number): Group {
  return { start, versions: [], rows: createTextGatherer(), odd: [] };
}
