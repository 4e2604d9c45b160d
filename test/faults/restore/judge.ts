import type { RecordResult } from "../../../src/restore/write/record-result";
import { type Picture, picturesOf } from "./damaged-app";
import type { RestoreRun } from "./one-restore";

/** What is not as the report says; empty when it told the truth. Judged by kintone's own store, and by nothing that the restore asked. */
export function liesOf(run: RestoreRun): string[] {
  const { plan, restore, results, before, archived, byOthers } = run;
  const now = picturesOf(run.worked);
  const lies: string[] = [];
  const lie = (text: string) => void lies.push(text);
  if (!plan) {
    // It never came to writing: kintone is as people left it.
    const unknown = [...now.keys()].filter((id) => !before.has(id));
    if (restore && restore.plan.add.length + restore.plan.putBack.length + restore.plan.remove.length > 0)
      lie("a plan that was not kept");
    return unknown.length > run.troubles.length * 100 ? [...lies, "records came without a plan"] : lies;
  }
  const wanted = (id: string) => archived.get(Number(id)) as Picture;
  const undecided = [...results.values()].filter(({ outcome }) => outcome === "undecided");

  // What nobody of the others added was added by the restore, and it knows each of them, once.
  const newIds = new Map(
    [...results.values()].flatMap((r) => (r.outcome === "added" ? [[r.newId, r.id] as const] : [])),
  );
  const added = [...results.values()].filter(({ outcome }) => outcome === "added");
  if (newIds.size !== added.length) lie("two records of the archive got one id");
  for (const [id, picture] of now) {
    if (before.has(id) || byOthers.has(id) || newIds.has(String(id))) continue;
    const isTold = undecided.some((each) => same(wanted(each.id), picture)) || restore === undefined;
    if (!isTold) lie(`record ${id} was added, and not told`);
  }
  for (const [newId, id] of newIds) {
    if (byOthers.has(Number(newId))) continue;
    const picture = now.get(Number(newId));
    if (!picture) lie(`record ${id} is told to be ${newId}, which is not there`);
    else if (!same(picture, wanted(id))) lie(`record ${id}, added as ${newId}, is not as in the archive`);
  }

  // What others wrote since the plan is theirs, to the last field.
  for (const [id, picture] of byOthers) {
    if (!same(now.get(id), picture)) lie(`record ${id} is not as somebody else left it`);
  }

  const doomed = new Set(plan.remove.map(({ id }) => id));
  const planned = new Map(plan.putBack.map((change) => [Number(change.presentId), change]));
  for (const [id, picture] of before) {
    if (byOthers.has(id)) continue;
    const change = planned.get(id);
    const result = change && results.get(change.id);
    const after = now.get(id);
    if (change && result?.outcome === "put-back") {
      const restored = { ...picture, ...chosen(wanted(change.id), change.fields) };
      if (!same(after, restored)) lie(`record ${id} is told to be put back, and is not`);
    } else if (doomed.has(String(id)) && results.get(String(id))?.outcome === "removed") {
      if (after) lie(`record ${id} is told to be deleted, and is there`);
    } else if (!same(after, picture)) {
      const isOurs = change !== undefined || doomed.has(String(id));
      const mayBe = isOurs && (result?.outcome === "undecided" || restore === undefined);
      if (!mayBe) lie(`record ${id} was changed, and is told as ${result?.outcome ?? "not reached"}`);
    }
  }

  const all = [...plan.add, ...[...plan.putBack, ...plan.remove].map(({ id }) => id)];
  const open = all.filter((id) => !isWritten(results.get(id)));
  if (restore?.verdict === "as-planned" && open.length > 0) lie(`as planned, and ${open.length} records are not`);
  const isCalm = run.troubles.length === 0 && byOthers.size === 0;
  if (isCalm && restore?.verdict !== "as-planned") lie(`nothing went wrong, and it is ${restore?.verdict}`);
  if (restore && restore.verdict !== "stopped" && all.some((id) => !results.has(id))) lie("records are passed over");
  return lies;
}

const isWritten = (result: RecordResult | undefined) =>
  ["added", "put-back", "removed"].includes(result?.outcome ?? "");

const same = (one: Picture | undefined, other: Picture | undefined) => JSON.stringify(one) === JSON.stringify(other);

const chosen = (picture: Picture, fields: readonly string[]): Picture =>
  Object.fromEntries(fields.map((code) => [code, picture[code] ?? ""]));
