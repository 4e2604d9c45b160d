import { type ChainVerdict, answerOf } from "../../../history/chain/verdict";
import type { KeptZips } from "../../../history/runs/kept-zips";
import type { RunReference } from "../../../history/runs/run-reference";
import { textsIn } from "../texts-in";
import type { InspectorMessages } from "./language";
import { reportTexts } from "./report-texts";
import { runName } from "./run-name";

/** The texts of the terminal. */
export function reportTextsFor({ locale }: InspectorMessages) {
  return textsIn(locale, reportTexts);
}

/** The verdict on the history as plain lines, with every run that does not fit, and where to find it. */
export function describeChain(
  messages: InspectorMessages,
  verdict: ChainVerdict,
  urlOf: (recordId: string) => string,
): string[] {
  const { chain } = messages;
  const { holds, earlier, unfinished, breaks, hidden } = verdict;
  const answer = answerOf(verdict);
  const said = chain.answer[answer]({ breaks: breaks.length, hidden });
  if (answer === "hidden") return [said];
  const name = (run: RunReference) => runName(messages, run);
  const stretch = holds && [
    `  ${chain.holds(holds.runs)}: ${[...new Set([name(holds.from), name(holds.to)])].join(" – ")}`,
    `    ${chain.lastDigest}: ${holds.digest}`,
  ];
  return [
    said,
    ...(stretch ?? []),
    ...(earlier > 0 ? [`  ${chain.earlier(earlier)}`] : []),
    ...(unfinished > 0 ? [`  ${chain.unfinished(unfinished)}`] : []),
    ...(breaks.length > 0 ? [`  ${chain.breaks(breaks.length)}`] : []),
    ...breaks.flatMap(({ kind, run }, at) => [
      `    - ${at === 0 ? chain.first : ""}${name(run)} ${urlOf(run.recordId)}`,
      `      ${chain.misfit[kind]}`,
    ]),
    `  ${chain.limits}`,
  ];
}

/**
 * What the history says of the zips.
 *
 * @param paths of the zips, in their order
 */
export function describeZips(
  messages: InspectorMessages,
  { zips, incomplete, disposed, absent }: KeptZips,
  paths: readonly string[],
  { breaks }: ChainVerdict,
): string[] {
  const report = reportTextsFor(messages);
  const doubtful = new Set(breaks.map(({ run }) => run.recordId));
  const said = ({ state, of }: KeptZips["zips"][number]) => {
    if (!of || state === "unknown") return report.state.unknown();
    const doubt = doubtful.has(of.run.recordId) ? [report.doubtful] : [];
    return [report.state[state](runName(messages, of.run), of.volume.name), ...doubt].join(" ");
  };
  return [
    report.zips(zips.length),
    ...zips.flatMap((zip, at) => [`  - ${paths[at]}: ${said(zip)}`, `    SHA-256: ${zip.file.sha256}`]),
    ...(incomplete.length > 0 ? [report.incomplete(incomplete.length)] : []),
    ...incomplete.map(({ run, missing }) => {
      const names = missing.map(({ name }) => name);
      return `  - ${report.missing(runName(messages, run), names)}`;
    }),
    ...(disposed > 0 ? [report.disposed(disposed)] : []),
    ...(absent > 0 ? [report.absent(absent)] : []),
    report.notVerified,
  ];
}
