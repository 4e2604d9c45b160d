import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { ComparedForms } from "../compare/compared-forms";
import { createRenaming } from "../plan/renaming";
import type { RestoreChoices } from "../plan/restore-choices";
import { gatherRecords } from "./concerned";
import { namedField, placedProperties } from "./form-fields";
import { MOST_EXAMPLES, type Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";

/** The most that kintone takes of one file (kintone help, 制限値: 1 GB). */
const MOST_BYTES = 1024 ** 3;

/** What became of files: how many are to be uploaded, at most, and what stands in the way. */
export interface CheckedFiles {
  files: number;
  obstacles: Obstacle[];
}

/** Files that the archive lacks, or that are larger than kintone takes. */
export function checkFiles(
  { facts, entries }: ArchivedTarget,
  { present, fields }: ComparedForms,
  choices: RestoreChoices,
): RecordCheck<CheckedFiles> {
  const { attachmentsOf } = createRenaming(choices.renamed);
  const hasAttachments = facts.options.include.includes("attachments");
  const missing = gatherRecords();
  const examples: Array<{ id: string; file: string }> = [];
  const large: Obstacle[] = [];
  let [files, lacking] = [0, 0];
  return {
    see({ id, wanted, isWritten }) {
      if (!hasAttachments) return;
      for (const { field, table, path, file } of attachmentsOf(wanted)) {
        if (!isWritten(table ?? field) || !fields.has(field)) continue;
        const entry = entries.get(`${facts.folder}/attachments/${path}`);
        if (!entry) {
          lacking += 1;
          missing.add(id);
          if (examples.length < MOST_EXAMPLES) examples.push({ id, file: file.name });
          continue;
        }
        files += 1;
        if (entry.size <= MOST_BYTES) continue;
        const [ids, size] = [[id], entry.size];
        const ways = [{ way: "leave-out-records", ids } as const, { way: "leave-out-field", field } as const];
        const found = { code: "FILE_TOO_LARGE", id, file: file.name, size, records: { count: 1, ids } } as const;
        large.push({ ...found, weight: "asks", ways });
      }
    },
    found() {
      const holders = placedProperties(present).filter(
        ({ property: { code, type } }) => type === "FILE" && fields.has(code),
      );
      const noAttachments: Obstacle[] =
        hasAttachments || holders.length === 0
          ? []
          : [{ code: "NO_ATTACHMENTS", weight: "told", fields: holders.map(namedField), ways: [] }];
      const told: Obstacle[] =
        lacking === 0
          ? []
          : [
              {
                ...{ code: "FILES_MISSING", weight: "told", files: lacking, examples, records: missing.concerned() },
                ways: [missing.leaveOut()],
              },
            ];
      return { files, obstacles: [...large, ...told, ...noAttachments] };
    },
  };
}
