import type { DrillLine } from "../../../restore/drill/drill-line";
import type { DrillRun } from "../../../restore/drill/run-drill";
import type { Messages } from "../run/messages";
import type { DrillTexts } from "./messages";

/** Nobody reads more of them; the report file has all. */
const MOST_TOLD = 20;

/** What came of the drill of one app but for its verdict and its numbers, for people. */
export interface DescribedDrill {
  scope: string;
  /** Records that are others, the gravest first. */
  records: readonly string[];
  /** Who is gone, and how the scratch app's form is another than the archive's. */
  besides: readonly string[];
  /** RPO and RTO. */
  ages: readonly string[];
}

interface DrillWords extends Pick<Messages, "quantities"> {
  drill: DrillTexts;
}

export function describeDrill(messages: DrillWords, { outcome, lines }: DrillRun): DescribedDrill {
  const { drill, quantities } = messages;
  const { number } = quantities;
  const { counts, scope } = outcome;
  const inForm = (instead: "plain-field" | "refused") =>
    lines.flatMap((line) => (line.kind === "field" && line.instead === instead ? [line.field] : []));
  const [plain, refused] = [inForm("plain-field"), inForm("refused")];
  return {
    scope:
      scope.of === "all"
        ? drill.scope.all(number(counts.archived))
        : drill.scope.sample(number(counts.expected), number(counts.archived), scope.seed),
    records: recordLines(messages, lines),
    besides: [
      ...lines.flatMap((line) => (line.kind === "gone" ? [drill.gone(line.code, number(line.records))] : [])),
      ...(plain.length > 0 ? [drill.plainLookups(plain)] : []),
      ...(refused.length > 0 ? [drill.refusedFields(refused)] : []),
    ],
    ages: ages(messages, outcome),
  };
}

function ages({ drill, quantities }: DrillWords, { newestRecord, startedAt, seconds }: DrillRun["outcome"]): string[] {
  const age = newestRecord && (startedAt.getTime() - newestRecord.getTime()) / 1000;
  const newest = newestRecord && quantities.moment(newestRecord);
  return [
    ...(age !== undefined && newest !== undefined ? [drill.rpo(quantities.duration(age), newest)] : []),
    drill.rto(quantities.duration(seconds)),
  ];
}

/** The first ones that are others, and then those of which it is known why. */
function recordLines({ drill, quantities }: DrillWords, lines: readonly DrillLine[]): string[] {
  const sentences = lines.flatMap((line) => {
    if (line.kind !== "record" || line.outcome === "identical") return [];
    if (line.outcome === "different") {
      return [{ isWrong: true, said: drill.record(line.id, drill.different[line.why], line.fields ?? []) }];
    }
    const reasons = [...new Set(Object.values(line.fields))].map((why) => drill.explained[why]);
    return [{ isWrong: false, said: drill.record(line.id, reasons.join(", "), Object.keys(line.fields)) }];
  });
  const gravestFirst = sentences.toSorted((a, b) => Number(b.isWrong) - Number(a.isWrong));
  const left = gravestFirst.length - MOST_TOLD;
  return [
    ...gravestFirst.slice(0, MOST_TOLD).map(({ said }) => said),
    ...(left > 0 ? [drill.more(quantities.number(left))] : []),
  ];
}
