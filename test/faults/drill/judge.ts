import type { DrillLine } from "../../../src/restore/drill/drill-line";
import type { RecordPicture } from "../rebuild/picture";
import type { DrilledRun } from "./one-drill";

type RecordLine = Extract<DrillLine, { kind: "record" }>;

/** What is not as the drill says; empty when it told the truth. Goes by what the official client sees. */
export function liesOf(run: DrilledRun): string[] {
  return [
    ...aboutOthers(run),
    ...(run.wasOpen ? ["a scratch app had records, and was open to others"] : []),
    ...aboutEnd(run),
    ...(run.outcome ? [...aboutRecords(run), ...aboutCounts(run), ...aboutFate(run)] : []),
  ];
}

/** Nothing but the scratch app is touched. */
function aboutOthers({ originals, stillThere }: DrilledRun): string[] {
  return [...stillThere].flatMap(([id, picture]) => {
    const before = originals.get(id);
    const [was, is] = [before, picture].map((one) => one && JSON.stringify([one.settings, [...one.records]]));
    return was === is ? [] : [`app ${id} is not as it was`];
  });
}

function aboutEnd({ outcome, ends, stopped, isQuiet, isDamaged, lines }: DrilledRun): string[] {
  const [last] = lines.slice(-1);
  return [
    ...(ends === 1 ? [] : [`it told ${ends} ends: ${String(stopped)}`]),
    ...(stopped ? [`it ended with an error: ${String(stopped)}`] : []),
    ...(outcome && last?.kind !== "drilled" ? ["its report has no end"] : []),
    ...(outcome && isQuiet && !isDamaged && !["passed", "explained"].includes(outcome.verdict)
      ? [
          `nothing went wrong: ${outcome.verdict} ${outcome.stopped?.message ?? ""} ${JSON.stringify(lines.filter(isRecord).find((line) => line.outcome === "different"))}`,
        ]
      : []),
  ];
}

/** As many as were to be, each once, and each as it is told. Records are known by their key. */
function aboutRecords({ originals, targetId, compared, outcome, lines, scope, hasLeft }: DrilledRun): string[] {
  if (outcome?.verdict === "stopped") return [];
  const archived = originals.get(targetId)?.records ?? new Map<string, RecordPicture>();
  const told = new Map(lines.filter(isRecord).map((line) => [line.id, line]));
  const byKey = new Map([...(compared?.records.values() ?? [])].map((record) => [keyOf(record), record]));
  const passedOver = scope.of === "all" ? [...archived.keys()].filter((id) => !told.has(id)) : [];
  return [
    ...passedOver.map((id) => `record ${id} is passed over`),
    ...[...told].flatMap(([id, line]) => {
      const wanted = archived.get(id);
      if (!wanted) return [`record ${id} is not in the archive`];
      const others = differing(wanted, byKey.get(keyOf(wanted)));
      const known = line.outcome === "explained" ? Object.keys(line.fields).map((place) => place.split(".")[0]) : [];
      const unknown = others.filter((code) => !known.includes(code));
      if (line.outcome !== "different" && unknown.length > 0)
        return [`record ${id} is told to be ${line.outcome}, and is not: ${unknown.join(", ")}`];
      if (line.outcome === "different" && others.length === 0 && !hasLeft)
        return [`record ${id} is told to be another, and is as it was: ${JSON.stringify(line)}`];
      return [];
    }),
  ];
}

/** Codes of fields that are others, of those that the scratch app has. */
function differing(wanted: RecordPicture, present: RecordPicture | undefined): string[] {
  if (!present) return ["all"];
  return Object.entries(present.values).flatMap(([code, { type, shown }]) =>
    IDENTITIES.has(type) || wanted.values[code]?.shown === shown ? [] : [code],
  );
}

/** No record has the same for long. */
const IDENTITIES: ReadonlySet<string> = new Set([
  ...["RECORD_NUMBER", "__ID__", "__REVISION__", "MODIFIER", "UPDATED_TIME"],
]);
const keyOf = ({ values }: RecordPicture) => values["キー"]?.shown;
const isRecord = (line: DrillLine): line is RecordLine => line.kind === "record";

function aboutCounts({ outcome, lines, originals, targetId }: DrilledRun): string[] {
  if (!outcome || outcome.verdict === "stopped") return [];
  const { verdict, counts } = outcome;
  const records = lines.filter(isRecord);
  const of = (wanted: RecordLine["outcome"]) => records.filter((line) => line.outcome === wanted).length;
  const wanted = {
    archived: originals.get(targetId)?.records.size,
    ...{ expected: records.length, identical: of("identical"), explained: of("explained"), different: of("different") },
  };
  const wrong = Object.entries(wanted).filter(([name, count]) => Reflect.get(counts, name) !== count);
  return [
    ...wrong.map(([name, count]) => `${name} are ${count}, and told to be ${String(Reflect.get(counts, name))}`),
    ...(verdict === "passed" && of("identical") < records.length ? ["passed, and records are others"] : []),
    ...(verdict !== "failed" && of("different") > 0 ? [`${verdict}, and records are others`] : []),
  ];
}

/** What became of the records in the scratch app, which is the only one that was made. */
function aboutFate({ outcome, afterwards, newIds, known, troubles }: DrilledRun): string[] {
  const left = afterwards?.records.size ?? 0;
  const isOnlyKept = outcome?.scratch?.fate === "emptied" && left > 0;
  const unknown = newIds.filter((id) => !known.includes(id));
  // Whoever was killed when the app was there could not tell anybody.
  const mayBeUnknown = troubles.filter((one) => one.startsWith("killed ")).length;
  return [
    ...(isOnlyKept ? [`it is told to be emptied, and has ${left} records`] : []),
    ...(unknown.length > mayBeUnknown ? [`apps were made that nobody knows of: ${unknown.join(", ")}`] : []),
    ...(newIds.filter((id) => known.includes(id)).length > 1 ? ["a second scratch app was made"] : []),
  ];
}
