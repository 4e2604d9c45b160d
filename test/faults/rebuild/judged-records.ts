import type { NewApp } from "../../../src/restore/apps/new-app";
import type { RestoreReportLine } from "../../../src/restore/report/report-line";
import type { RebuildRun } from "./one-rebuild";
import type { RecordPicture } from "./picture";

/** Another person, and another moment, when a record is touched once more. */
const TOUCHED: ReadonlySet<string> = new Set(["MODIFIER", "UPDATED_TIME"]);
const NEVER_THE_SAME: ReadonlySet<string> = new Set(["RECORD_NUMBER", "__ID__", "__REVISION__"]);
const OF_PROCESS: ReadonlySet<string> = new Set(["STATUS", "STATUS_ASSIGNEE"]);

/** Every record of the archive is there once and as it was, or it is told that it is not, and of which field. */
export function recordLies(run: RebuildRun, { archived, app, name }: NewApp): string[] {
  const { appId } = archived.facts;
  const [before, now] = [run.originals.get(appId), run.made.get(app.appId)];
  if (!before || !now) return [];
  const ids = run.ids.get(`${appId} ${app.appId}`) ?? new Map<string, string>();
  const lines = [...(run.reports.get(`records ${name}`) ?? []), ...(run.reports.get(`keys ${name}`) ?? [])];
  const ofRecord = (id: string) => lines.filter((line) => "id" in line && line.id === id);
  const lies: string[] = [];
  let others = 0;

  const known = new Set(ids.values());
  const surplus = [...now.records.keys()].filter((id) => !known.has(id));
  const undecided = lines.filter((line) => line.kind === "record" && line.outcome === "undecided").length;
  if (surplus.length > undecided) lies.push(`records ${surplus.join(", ")} were added, and are not told`);
  if (known.size < ids.size) lies.push("two records of the archive got one id");

  for (const [id, record] of before.records) {
    const newId = ids.get(id);
    const present = newId === undefined ? undefined : now.records.get(newId);
    if (newId !== undefined && !present) lies.push(`record ${id}, told to be ${newId}, is not there`);
    if (!present) {
      others += 1;
      if (newId === undefined && !ofRecord(id).some(isOfOneLeftOut)) lies.push(`record ${id} is passed over`);
      continue;
    }
    for (const field of differing(record, present)) {
      others += 1;
      if (!isTold(id, field)) {
        const [was, is] = [record, present].map(({ values }) => values[field]?.shown);
        lies.push(`record ${id}: ${field} is ${is}, was ${was}, and nobody says so`);
      }
    }
    lies.push(...aboutComments(id, record, present));
  }
  if (run.verdict === "as-planned" && others > 0 && lies.length === 0) lies.push("as planned, and records are not");
  return lies.map((lie) => `app ${app.appId} (${appId}): ${lie}`);

  function differing({ values }: RecordPicture, present: RecordPicture): string[] {
    return Object.entries(values).flatMap(([code, { type, shown }]) => {
      if (NEVER_THE_SAME.has(type) || TOUCHED.has(type)) return [];
      // A field that the new app lacks is told among its settings.
      const found = present.values[code];
      if (!found) return [];
      const wanted = type === "CREATOR" || type === "USER_SELECT" ? withOthers(type, shown) : shown;
      return found.shown === byNumber(code, wanted) ? [] : [code];
    });
  }

  function withOthers(type: string, shown: string): string {
    const { users } = run.choices.replaced;
    const instead = (code: string) => (Object.hasOwn(users, code) ? users[code] : code);
    const value = JSON.parse(shown) as string | string[];
    if (typeof value === "string") return JSON.stringify(instead(value) ?? (type === "CREATOR" ? "admin" : ""));
    const codes = value.map(instead).filter((code) => typeof code === "string");
    return JSON.stringify([...new Set(codes)].sort());
  }

  /** A lookup by a number has the one that its record has now. */
  function byNumber(code: string, shown: string): string {
    const { properties } = run.originals.get(appId)?.settings.fields as { properties: Record<string, object> };
    const lookup: unknown = Reflect.get(properties[code] ?? {}, "lookup");
    if (typeof lookup !== "object" || lookup === null) return shown;
    if (Reflect.get(lookup, "relatedKeyField") !== "レコード番号") return shown;
    const into = String(Reflect.get(lookup, "relatedApp"));
    const newInto = [...(run.rebuilt?.apps.values() ?? [])].find((one) => one.archived.facts.appId === into)?.app.appId;
    if (newInto === undefined) return shown;
    const number = run.ids.get(`${into} ${newInto}`)?.get(JSON.parse(shown) as string);
    return JSON.stringify(number ?? "");
  }

  function isTold(id: string, field: string): boolean {
    const type = before?.records.get(id)?.values[field]?.type ?? "";
    if (OF_PROCESS.has(type)) {
      const isOfStatus = run.told.some(
        (line) => line.kind === "status" && line.app === appId && line.id === id && line.outcome !== "restored",
      );
      return (
        isOfStatus ||
        run.rebuilt?.told.some(
          ({ folder, setting }) => folder === archived.facts.folder && setting === "app/status",
        ) === true
      );
    }
    const isKeyLost = run.told.some((line) => line.kind === "key-lost" && line.app === appId && line.id === id);
    return isKeyLost || ofRecord(id).some((line) => speaksOf(line, field));
  }

  function aboutComments(id: string, record: RecordPicture, present: RecordPicture): string[] {
    const wanted = run.asked.comments ? record.comments : [];
    if (present.comments.length === wanted.length) return [];
    if (present.comments.length > wanted.length) return [`record ${id} has comments twice`];
    others += 1;
    const line = run.told.find((each) => each.kind === "comments" && each.app === appId && each.id === id);
    return line && "outcome" in line && line.outcome === "not-restored"
      ? []
      : [`record ${id} lacks comments, and nobody says so`];
  }
}

const isOfOneLeftOut = (line: RestoreReportLine) =>
  line.kind === "not-reached" || (line.kind === "record" && !["added", "put-back"].includes(line.outcome));

function speaksOf(line: RestoreReportLine, field: string): boolean {
  if (line.kind === "record") {
    if ("withoutFiles" in line && line.withoutFiles) return Object.hasOwn(line.withoutFiles, field);
    return isOfOneLeftOut(line) && (line.fields?.includes(field) ?? true);
  }
  if (line.kind === "explained" || line.kind === "deviation") {
    const { found } = line;
    return !("fields" in found) || found.fields.some((one) => one.field === field);
  }
  return line.kind === "not-reached";
}
