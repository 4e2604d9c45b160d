import type { ComparedTarget, Comparison, RecordFinding } from "../../../../restore/compare/comparison";
import type { ComparisonVerdict } from "../../../../domain/restore-outcome";
import { harmlessLine } from "../../harmless";
import { describeRecordFinding } from "../finding-line";
import { describeFormDifference } from "../form-lines";
import type { ComparisonCommandMessages } from "./language";
import type { RestoreMessages } from "../messages";
import { describeObstacle, KINDS, reservations } from "../comparison-lines";

interface ComparisonToTell {
  verdict: ComparisonVerdict;
  targets: readonly ComparedTarget[];
  /** Which archive it was. */
  heading: readonly string[];
  /** Whether files were to be compared by their bytes. */
  bytes: boolean;
}

/** What comparing an archive with kintone told, as plain lines for a terminal. */
export function describeComparison(
  messages: ComparisonCommandMessages,
  { verdict, targets, heading, bytes }: ComparisonToTell,
): string[] {
  const { restore } = messages;
  return [
    restore.verdict[verdict],
    ...heading.map((line) => `  ${line}`),
    ...targets.flatMap((target) => ["", ...linesOf(messages, target, bytes)]),
    ...(targets.some(hasMore) ? ["", restore.everything] : []),
  ];
}

const hasMore = ({ found }: ComparedTarget) =>
  found !== undefined && KINDS.some((kind) => found.comparison.counts[kind] > found.examples[kind].length);

function linesOf(
  messages: ComparisonCommandMessages,
  { app, found, obstacle }: ComparedTarget,
  bytes: boolean,
): string[] {
  const { restore, run } = messages;
  const name = harmlessLine(
    restore.value.nameAndCode(restore.app(app.appName), run.appId(app.appId, app.guestSpaceId)),
  );
  if (!found) return [name, ...(obstacle ? [`  ${describeObstacle(messages, obstacle)}`] : [])];
  const { comparison, examples } = found;
  return [
    name,
    `  ${countsIn(messages, comparison)}`,
    ...reservations(restore, comparison, bytes).map((line) => `  ${harmlessLine(line)}`),
    ...formLines(restore, comparison),
    ...KINDS.filter((kind) => kind !== "surplus" || comparison.condition === "").flatMap((kind) =>
      kindLines(messages, kind, comparison.counts[kind], examples[kind]),
    ),
  ];
}

/** Every number that is not 0, and the first three always. */
function countsIn({ restore, quantities }: ComparisonCommandMessages, { counts }: Comparison): string {
  const shown = (["archived", "present", "equal", ...KINDS] as const).filter((key, at) => at < 3 || counts[key] > 0);
  return shown.map((key) => `${restore.counts[key]}: ${quantities.number(counts[key])}`).join(" | ");
}

function formLines(restore: RestoreMessages, { form }: Comparison): string[] {
  if (form.differences.length === 0) return [`  ${form.isUnchanged ? restore.form.same : restore.form.alike}`];
  return [
    `  ${restore.form.heading}`,
    ...form.differences.map((difference) => `    - ${describeFormDifference(restore, difference)}`),
  ];
}

function kindLines(
  messages: ComparisonCommandMessages,
  kind: RecordFinding["kind"],
  count: number,
  examples: readonly RecordFinding[],
): string[] {
  if (count === 0) return [];
  const { restore } = messages;
  return [
    `  ${restore.kind[kind](count)}`,
    ...examples.map((finding) => `    - ${describeRecordFinding(messages, finding)}`),
    ...(count > examples.length ? [`    ${restore.more(count - examples.length)}`] : []),
  ];
}
