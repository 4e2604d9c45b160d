import type { RecordVersion } from "../../domain/record-copies";
import type { RestoreJournal, RestoreLine } from "./restore-journal";

/** What earlier attempts of a restore did. */
export interface Recollection {
  /** By the archive's ids: what was added, and what was put back. */
  added: ReadonlyMap<string, RecordVersion>;
  putBack: ReadonlyMap<string, RecordVersion>;
  /** What was sent last, when nobody knows whether it was done. */
  open?: RestoreLine & { kind: "sending" };
}

export async function recollect(journal: Pick<RestoreJournal, "lines">): Promise<Recollection> {
  const added = new Map<string, RecordVersion>();
  const putBack = new Map<string, RecordVersion>();
  let open: Recollection["open"];
  for await (const line of journal.lines()) {
    if (line.kind === "sending") open = line;
    if (line.kind === "not-done") open = undefined;
    if (line.kind !== "done" || !open) continue;
    const into = open.what === "add" ? added : putBack;
    for (const [at, id] of open.ids.entries()) {
      const version = line.versions[at];
      if (version) into.set(id, version);
    }
    open = undefined;
  }
  return { added, putBack, ...(open && { open }) };
}
