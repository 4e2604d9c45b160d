import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { Restores } from "../../domain/restores";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { versionOf } from "../../records/record-version";
import { createContentKey } from "../compare/content-key";
import type { ComparedForms } from "../compare/compared-forms";
import type { RestoreChoices } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import { concernedOf } from "./concerned";
import type { Obstacle } from "./obstacle";
import { plannedRecords } from "./planned-records";

interface UntoldOrder {
  archived: ArchivedTarget;
  app: AppRef;
  choices: RestoreChoices;
  plan: RestorePlan;
}

interface UntoldParts {
  restores: Pick<Restores, "untold">;
  source: Pick<Source, "readRecords" | "recordsPerPage">;
  signal: AbortSignal;
}

/**
 * Restores that ended without telling under which ids they added records: what they added looks as if it was missing, and would be there twice. Such records are looked for
 * by their content; one that somebody changed since is not found so, and therefore it is asked in any case.
 */
export async function checkUntold(
  order: UntoldOrder,
  forms: ComparedForms,
  { restores, ...parts }: UntoldParts,
): Promise<Obstacle[]> {
  if (order.plan.add.length === 0) return [];
  const untold = await restores.untold(order.app);
  if (untold.length === 0) return [];
  const ids = await addedAlready(order, forms, parts);
  const isConfirmed = order.choices.confirmed.untold === true;
  return [
    {
      ...{
        code: "UNTOLD_RESTORES",
        weight: isConfirmed ? "told" : "asks",
        restores: untold,
        records: concernedOf(ids),
      },
      ways: isConfirmed
        ? []
        : [
            ...(ids.length > 0 ? [{ way: "leave-out-records", ids } as const] : []),
            { way: "confirm", what: "untold" },
            { way: "leave-mode", mode: "add" },
          ],
    },
  ];
}

/** Records that are to be added, and that the app has already with all that is written; each record of the app stands for one. In the archive's order. */
async function addedAlready(
  { archived, app, choices, plan }: UntoldOrder,
  forms: ComparedForms,
  { source, signal }: Omit<UntoldParts, "restores">,
): Promise<string[]> {
  const contentOf = createContentKey(forms.present, forms.fields);
  const waiting = new Map<string, string[]>();
  for await (const records of plannedRecords({ ...plan, putBack: [] }, { archived, forms, choices })) {
    signal.throwIfAborted();
    for (const { id, wanted } of records) {
      const content = contentOf(wanted);
      waiting.set(content, [...(waiting.get(content) ?? []), id]);
    }
  }
  const found: string[] = [];
  // What is deleted cannot stand for a record that is left out.
  const doomed = new Set(plan.remove.map(({ id }) => id));
  // In its own app, what was added since the archive was made has a greater id than all that it has.
  const before = forms.matching.by === "id" ? (archived.facts.lastId ?? "0") : "0";
  for await (const record of recordsAfter(String(before))) {
    if (doomed.has(versionOf(record).id)) continue;
    const id = waiting.get(contentOf(record))?.shift();
    if (id !== undefined) found.push(id);
  }
  return found.sort((a, b) => Number(a) - Number(b));

  async function* recordsAfter(afterId: string): AsyncGenerator<KintoneRecord, void, undefined> {
    for (let last = afterId; ;) {
      signal.throwIfAborted();
      const page = await source.readRecords(app, { query: "", afterId: last, limit: source.recordsPerPage });
      yield* page;
      const newest = page.at(-1);
      if (!newest || page.length < source.recordsPerPage) return;
      last = versionOf(newest).id;
    }
  }
}
