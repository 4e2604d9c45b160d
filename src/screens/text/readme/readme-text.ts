import type { ReadmeFacts } from "../../../backup/volumes/readme";
import type { RunStart } from "../../../domain/outcome";
import { textsIn } from "../texts-in";
import { LONGEST_NAME, appTable } from "./app-table";
import { en } from "./en";
import { gapLines } from "./gap-lines";
import { ja } from "./ja";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";
import { zh } from "./zh";

type TargetFacts = ReadmeFacts["targets"][number];
type Missing = TargetFacts["missing"][number];

const LONGEST_QUERY = 200;

/** @kintone/cli 1.19.2, `cli-kintone record import --help`. */
const IMPORT_COMMAND = "cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments";

/**
 * The archive's `README.txt`, in UTF-8 without BOM as Notepad reads it too. Nothing in the facts can make a line of its own.
 *
 * @param language of the reader, as in `messagesFor`
 */
export function writeReadme(language: string, facts: ReadmeFacts): string {
  const messages = textsIn(language, { ja, en, zh });
  const lines = [
    ...origin(messages, facts.run),
    ...["", messages.useTitle, ...(facts.moreVolumes ? messages.unzipAll : []), ...messages.use],
    ...["", messages.importTitle, ...messages.importWith, `  ${IMPORT_COMMAND}`, ...messages.importNotes],
    ...["", messages.appsTitle, ...appTable(messages, facts.targets), messages.appsNote],
    ...["", messages.missingTitle, ...missingLines(messages, facts.targets)],
  ];
  // A line break in the name of an app must not look like a line of ours.
  return lines.map((line) => `${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trimEnd()}\n`).join("");
}

function origin(messages: ReadmeMessages, { runId, operator, startedAt }: RunStart): string[] {
  const [name, code] = [operator.name, operator.code].map((text) => shortened(text, LONGEST_NAME)) as [string, string];
  const known = name && code && name !== code ? messages.nameAndCode(name, code) : name || code;
  return [
    ...[messages.title, "", ...messages.introduction, ""],
    messages.started(`${startedAt.toISOString().slice(0, "yyyy-mm-ddThh:mm:ss".length).replace("T", " ")} UTC`),
    messages.runId(shortened(runId, LONGEST_NAME)),
    messages.operator(known || messages.nobody),
  ];
}

/** What is true for every app is told once. */
function missingLines(messages: ReadmeMessages, targets: readonly TargetFacts[]): string[] {
  const common = gapsInCommon(targets);
  const particular = targets.flatMap((target) => {
    const lines = [
      ...countLines(messages, target),
      ...gapLines(
        messages,
        target.missing.filter((gap) => !common.has(keyOf(gap))),
      ),
    ];
    return lines.length > 0 ? ["", `[${target.folder}] ${shortened(target.appName, LONGEST_NAME)}`, ...lines] : [];
  });
  return [
    ...(common.size > 0 ? [messages.inCommon, ...gapLines(messages, [...common.values()]), ""] : []),
    ...(particular.length > 0 ? [messages.inParticular, ...particular] : [messages.nothingInParticular]),
  ];
}

/** Gaps that name no place, and that all targets have. */
function gapsInCommon(targets: readonly TargetFacts[]): Map<string | undefined, Missing> {
  const [first, ...others] = targets.map(
    ({ missing }) => new Map(missing.filter(isGeneral).map((gap) => [keyOf(gap), gap])),
  );
  return new Map([...(first ?? [])].filter(([key]) => others.every((gaps) => gaps.has(key))));
}

function isGeneral({ field, record, path }: Missing): boolean {
  return field === undefined && record === undefined && path === undefined;
}

/** `undefined` for what names a place. */
function keyOf(gap: Missing): string | undefined {
  return isGeneral(gap) ? JSON.stringify([gap.code, gap.what, gap.text]) : undefined;
}

/** What no gap tells: records that nobody asked for, and counts that do not agree. */
function countLines(messages: ReadmeMessages, { options, records, attachments }: TargetFacts): string[] {
  const { number } = messages.quantities;
  const lines: string[] = [];
  if (options.query) lines.push(messages.otherRecords(shortened(options.query, LONGEST_QUERY)));
  if (records.written !== records.expected) {
    lines.push(messages.recordsDiffer(number(records.written), number(records.expected)));
  }
  if (attachments.written !== attachments.expected) {
    lines.push(messages.attachmentsDiffer(number(attachments.written), number(attachments.expected)));
  }
  return lines.map((line) => `  - ${line}`);
}
