import { type ArchiveCheck, type CheckProgress, hasEverything } from "../../verify/archive-check";
import type { GapChoice } from "../readme/gaps-of-apps";
import { textsIn } from "../texts-in";
import { describeGaps } from "./archive-gaps";
import { describeFinding } from "./finding-sentence";
import type { AuditorMessages } from "./language";
import { reportTexts } from "./report-texts";

/** What reading an archive back told, as plain lines for a terminal: all that an auditor compares with the history. */
export function describeCheck(messages: AuditorMessages, check: ArchiveCheck): string {
  const { verify, readme, quantities } = messages;
  const report = reportTextsFor(messages);
  const { files, findings, runId, archiveDigest, counts, backup } = check;
  const about = (name: string) => findings.filter(({ volume }) => volume === name);
  const names = new Set(files.map(({ name }) => name));
  const listed = (found: typeof findings) => found.map((finding) => `    - ${describeFinding(verify, finding)}`);
  const gaps = (choice: GapChoice, heading: string): string[] => {
    const { common, apps, domain } = describeGaps(messages, check, choice);
    const told = [
      ...(domain.length > 0 ? [{ app: readme.ofDomain, gaps: domain }] : []),
      ...(common.length > 0 ? [{ app: readme.inCommon, gaps: common }] : []),
      ...apps,
    ];
    const lines = told.flatMap(({ app, gaps: ofApp }) => [
      `    ${app}`,
      ...ofApp.flatMap(({ sentence, places }) => [`    - ${sentence}`, ...places.map((place) => `        ${place}`)]),
    ]);
    return lines.length > 0 ? ["", `  ${heading}`, ...lines] : [];
  };
  return [
    ...(findings.length > 0 ? [report.notSound(findings.length)] : []),
    ...(findings.length === 0 ? [hasEverything(check) ? report.sound : verify.verdict.incomplete] : []),
    ...files.flatMap(({ name, size, sha256 }) => [
      `  ${name}: ${about(name).length === 0 ? report.noFinding : report.notSound(about(name).length)}`,
      `    ${quantities.bytes(size)}, SHA-256: ${sha256}`,
      ...listed(about(name)),
    ]),
    ...listed(findings.filter(({ volume }) => volume === undefined || !names.has(volume))),
    `  ${verify.runId}: ${runId ?? report.unknown}`,
    `  ${verify.archiveDigest}: ${archiveDigest ?? report.unknown}`,
    ...(archiveDigest === undefined ? [] : [`    ${report.ofNames}`]),
    `  ${report.unpacked(counts)}`,
    ...(backup ? [`  ${report.backup(backup)}`] : []),
    ...gaps("lacking", verify.lacking),
    ...gaps("left-out", verify.leftOut),
    "",
  ].join("\n");
}

/** The progress as one line. */
export function describeCheckProgress({ verify, run, quantities }: AuditorMessages, progress: CheckProgress): string {
  const { name, done, total } = progress;
  return `${verify.checking(name)} | ${run.amount(quantities.bytes(done), quantities.bytes(total))}`;
}

/** Why the command could not be carried out. */
export function describeNoFile(messages: AuditorMessages, name: string): string {
  return `${reportTextsFor(messages).noFile(name)}\n`;
}

function reportTextsFor({ locale }: AuditorMessages) {
  return textsIn(locale, reportTexts);
}
