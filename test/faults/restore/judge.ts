import type { RecordResult } from "../../../src/restore/write/record-result";
import { type Picture, picturesOf } from "./damaged-app";
import type { RestoreRun } from "./one-restore";

/** A run with what kintone's own store has in the end: judged by it, and by nothing that the restore asked. */
interface Judged extends RestoreRun {
  now: ReadonlyMap<number, Picture>;
}

const NO_PLAN = { add: [], putBack: [], remove: [] };

/** What is not as the report says; empty when it told the truth. */
export function liesOf(run: RestoreRun): string[] {
  const judged = { ...run, now: picturesOf(run.worked) };
  return [
    ...aboutPlan(run),
    ...aboutAdded(judged),
    ...aboutOthers(judged),
    ...aboutPresent(judged),
    ...aboutVerdict(run),
    ...(run.isWithoutEnd ? ["it ended without a word, and may have written something"] : []),
    ...aboutUntold(run),
  ];
}

/** Where nobody did anything meanwhile, the plan is what the archive and the app tell of one another. */
function aboutPlan(run: RestoreRun): string[] {
  const { plan, isQuietlyPlanned, archivedPictures, before, choices } = run;
  if (!plan) return [];
  const aims = plan.putBack.map(({ presentId }) => presentId);
  if (new Set(aims).size < aims.length) return ["two records of the archive are to go into one"];
  // Who leaves out what is there already goes by more than archive and app tell.
  if (!isQuietlyPlanned || run.untold) return [];
  const idOf = knownIds(run);
  const [adds, changes] = [new Set(plan.add), new Set(plan.putBack.map(({ id }) => id))];
  return [...archivedPictures].flatMap(([number, archived]): string[] => {
    const id = String(number);
    const isChosen = choices.selection?.ids?.includes(id) ?? true;
    const present = before.get(idOf(number));
    const fields = choices.fields ?? Object.keys(archived);
    const isOther = fields.some((code) => {
      const asItIs = present?.[code];
      return asItIs !== archived[code] && asItIs !== run.pictures.get(number)?.[code];
    });
    return [
      ...(adds.has(id) === (isChosen && choices.addMissing && !present)
        ? []
        : [`whether record ${id} is added is planned wrongly`]),
      ...(changes.has(id) === (isChosen && choices.putBack && present !== undefined && isOther)
        ? []
        : [`whether record ${id} is changed is planned wrongly`]),
    ];
  });
}

/** What a restore added that nobody knows of, another one does not add once more, as long as it is as it was added. */
function aboutUntold(run: RestoreRun): string[] {
  const { plan, untold, before, pictures, isQuietlyPlanned } = run;
  if (!plan || !untold || !isQuietlyPlanned) return [];
  const idOf = knownIds(run);
  const doomed = new Set(plan.remove.map(({ id }) => Number(id)));
  const alike = (all: Iterable<Picture | undefined>, one: Picture) => [...all].filter((each) => same(each, one)).length;
  // By their key they are found, and missing no more: each then stands for the record that it was added for.
  const missing = [...pictures]
    .filter(([id]) => !before.has(idOf(id)) || untold.has(idOf(id)))
    .map(([, picture]) => picture);
  const adds = plan.add.map((id) => pictures.get(Number(id)));
  const kept = [...untold].flatMap(([id, picture]) => (doomed.has(id) ? [] : [picture]));
  return kept
    .filter((picture) => alike(adds, picture) + alike(kept, picture) > alike(missing, picture))
    .map((picture) => `a record is added once more: ${JSON.stringify(picture)}`);
}

/** Under which id the app has a record of the archive; one that it does not have when it has none. */
function knownIds({ matching, archivedPictures, before, putBack }: RestoreRun): (id: number) => number {
  const byNumber = new Map([...before].map(([id, picture]) => [picture["番号"], id]));
  return (id) => {
    const key = archivedPictures.get(id)?.["番号"];
    const ids = { id, key: key === EMPTY ? undefined : byNumber.get(key), nothing: undefined };
    const own = ids[matching.by];
    return own !== undefined && before.has(own) ? own : Number(putBack.get(String(id)));
  };
}

const EMPTY = JSON.stringify("");

/** What nobody of the others added was added by the restore, and it knows each of them, once. */
function aboutAdded({ now, before, byOthers, results, restore, pictures: archived }: Judged): string[] {
  const added = [...results.values()].filter((result) => result.outcome === "added");
  const undecided = [...results.values()].filter(({ outcome }) => outcome === "undecided");
  const newIds = new Map(added.map(({ newId, id }) => [newId, id]));
  const unknown = [...now].filter(([id]) => !before.has(id) && !byOthers.has(id) && !newIds.has(String(id)));
  const untold = unknown.filter(
    ([, picture]) => restore && !undecided.some(({ id }) => same(archived.get(Number(id)), picture)),
  );
  return [
    ...(newIds.size === added.length ? [] : ["two records of the archive got one id"]),
    ...untold.map(([id]) => `record ${id} was added, and not told`),
    ...[...newIds].flatMap(([newId, id]) => {
      if (byOthers.has(Number(newId)) || same(now.get(Number(newId)), archived.get(Number(id)))) return [];
      return [`record ${id}, told to be ${newId}, is not there as in the archive`];
    }),
  ];
}

/** What others wrote since the plan is theirs, to the last field. */
function aboutOthers({ byOthers, now }: Judged): string[] {
  const lost = [...byOthers].filter(([id, picture]) => !same(now.get(id), picture));
  return lost.map(([id]) => `record ${id} is not as somebody else left it`);
}

/** What was there is as it was, or as the report says. */
function aboutPresent({
  plan = NO_PLAN,
  restore,
  results,
  before,
  byOthers,
  now,
  pictures: archived,
}: Judged): string[] {
  const changes = new Map(plan.putBack.map((change) => [Number(change.presentId), change]));
  const doomed = new Set(plan.remove.map(({ id }) => Number(id)));
  return [...before].flatMap(([id, picture]): string[] => {
    if (byOthers.has(id)) return [];
    const change = changes.get(id);
    const result = results.get(change?.id ?? (doomed.has(id) ? String(id) : ""));
    const after = now.get(id);
    if (change && result?.outcome === "put-back") {
      const restored = { ...picture, ...chosen(archived.get(Number(change.id)), change.fields) };
      return same(after, restored) ? [] : [`record ${id} is told to be put back, and is not`];
    }
    if (result?.outcome === "removed") return after ? [`record ${id} is told to be deleted, and is there`] : [];
    if (same(after, picture)) return [];
    const isPlanned = change !== undefined || doomed.has(id);
    if (isPlanned && (result?.outcome === "undecided" || !restore)) return [];
    return [`record ${id} was changed, and is told as ${result?.outcome ?? "not reached"}`];
  });
}

function aboutVerdict({
  plan = NO_PLAN,
  restore,
  results,
  troubles,
  byOthers,
  matching,
  choices,
}: RestoreRun): string[] {
  if (!restore) return [];
  const all = [...plan.add, ...[...plan.putBack, ...plan.remove].map(({ id }) => id)];
  const open = all.filter((id) => !isWritten(results.get(id)));
  const { verdict } = restore;
  // Where records are known by nothing, another may have their number; a creator who is left out is whoever restores.
  const mayExplain = matching.by === "nothing" || Object.values(choices.replaced.users).includes(null);
  const isQuiet = troubles.length + byOthers.size === 0 && !mayExplain;
  return [
    ...(verdict === "as-planned" && open.length > 0 ? [`as planned, and ${open.length} records are not`] : []),
    ...(verdict !== "as-planned" && isQuiet ? [`nothing went wrong: ${verdict}`] : []),
    ...(verdict !== "stopped" && all.some((id) => !results.has(id)) ? ["records are passed over"] : []),
  ];
}

const isWritten = (result: RecordResult | undefined) =>
  ["added", "put-back", "removed"].includes(result?.outcome ?? "");

const same = (one: Picture | undefined, other: Picture | undefined) => JSON.stringify(one) === JSON.stringify(other);

const chosen = (picture: Picture = {}, fields: readonly string[] = []): Picture =>
  Object.fromEntries(fields.map((code) => [code, picture[code] ?? ""]));
