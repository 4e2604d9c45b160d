import type { RecordVersion } from "../../domain/record-copies";
import type { RestorePlan } from "../plan/restore-plan";
import { type MissingFiles, missingOf } from "./missing-files";
import type { RecordResult } from "./record-result";
import type { RestoreJournal, RestoreLine } from "./restore-journal";

/** What earlier attempts of a restore did. */
export interface Recollection {
  /** By the archive's ids: what was added, and what was put back. */
  added: ReadonlyMap<string, RecordVersion>;
  putBack: ReadonlyMap<string, RecordVersion>;
  /** By kintone's ids. */
  removed: ReadonlyMap<string, RecordVersion>;
  /** By the archive's ids, of what was added and put back. */
  withoutFiles: ReadonlyMap<string, MissingFiles>;
  /** What was sent last, when nobody knows whether it was done. */
  open?: RestoreLine & { kind: "sending" };
}

export async function recollect(journal: Pick<RestoreJournal, "lines">): Promise<Recollection> {
  const added = new Map<string, RecordVersion>();
  const putBack = new Map<string, RecordVersion>();
  const removed = new Map<string, RecordVersion>();
  const withoutFiles = new Map<string, MissingFiles>();
  const ways = { add: added, "put-back": putBack, remove: removed };
  let open: Recollection["open"];
  for await (const line of journal.lines()) {
    if (line.kind === "sending") open = line;
    if (line.kind === "not-done") open = undefined;
    if (line.kind !== "done" || !open) continue;
    const into = ways[open.what];
    for (const [at, id] of open.ids.entries()) {
      const version = line.versions[at];
      if (version) into.set(id, version);
    }
    for (const [id, missing] of Object.entries(open.withoutFiles ?? {})) withoutFiles.set(id, missing);
    open = undefined;
  }
  return { added, putBack, removed, withoutFiles, ...(open && { open }) };
}

/** Nothing was written, as far as anybody can tell. */
export const isBlank = ({ added, putBack, removed, open }: Recollection): boolean =>
  added.size + putBack.size + removed.size === 0 && !open;

export function resultsOf({ added, putBack, removed, withoutFiles }: Recollection): RecordResult[] {
  const missing = (id: string) => missingOf({ withoutFiles: withoutFiles.get(id) ?? {} });
  return [
    ...[...added].map(([id, { id: newId, revision }]) => {
      return { ...({ id, outcome: "added", newId, revision } as const), ...missing(id) };
    }),
    ...[...putBack].map(([id, { id: presentId, revision }]) => {
      return { ...({ id, outcome: "put-back", presentId, revision } as const), ...missing(id) };
    }),
    ...[...removed.keys()].map((id) => ({ id, outcome: "removed" }) as const),
  ];
}

/** What earlier attempts wrote is left out. */
export function leftOf(plan: RestorePlan, { added, putBack, removed }: Recollection): RestorePlan {
  return {
    add: plan.add.filter((id) => !added.has(id)),
    putBack: plan.putBack.filter(({ id }) => !putBack.has(id)),
    remove: plan.remove.filter(({ id }) => !removed.has(id)),
  };
}

/** The part of a plan that was sent by one request. */
export function onlyOf(plan: RestorePlan, { what, ids }: NonNullable<Recollection["open"]>): RestorePlan {
  const sent = new Set(ids);
  return {
    add: what === "add" ? plan.add.filter((id) => sent.has(id)) : [],
    putBack: what === "put-back" ? plan.putBack.filter(({ id }) => sent.has(id)) : [],
    remove: what === "remove" ? plan.remove.filter(({ id }) => sent.has(id)) : [],
  };
}
