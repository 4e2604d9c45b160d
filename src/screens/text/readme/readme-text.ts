import { gapsOf, gapsOfDomain } from "../../../archive/verify/target-gaps";
import type { ReadmeFacts } from "../../../backup/volumes/readme";
import type { RunStart } from "../../../domain/outcome";
import { oneLine } from "../one-line";
import { LONGEST_NAME, appTable } from "./app-table";
import { tellGaps } from "./gaps-of-apps";
import { readmeMessagesFor } from "./language";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";
import type { ToldGap } from "./told-gap";

/** @kintone/cli 1.19.2, `cli-kintone record import --help`. It sends every column, also those that only who manages the app may set. */
const IMPORT_ALL = "cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments";
/** In quotes, since PowerShell takes words with commas between them apart. */
const IMPORT_SOME = `${IMPORT_ALL} --fields "a,b,c"`;

/**
 * The archive's `README.txt`, in UTF-8 without BOM as Notepad reads it too. Nothing in the facts can make a line of its own.
 *
 * @param language of the reader, as in `messagesFor`
 */
export function writeReadme(language: string, facts: ReadmeFacts): string {
  const messages = readmeMessagesFor(language);
  const hasFurtherFiles = facts.targets.some(({ files }) => files && Math.max(...Object.values(files)) > 1);
  const lines = [
    ...origin(messages, facts.run),
    ...["", messages.useTitle, ...(facts.moreVolumes ? messages.unzipAll : []), ...messages.use],
    ...(hasFurtherFiles ? [messages.furtherFiles] : []),
    ...["", messages.importTitle, ...messages.importAll, `  ${IMPORT_ALL}`],
    ...[...messages.importSome, `  ${IMPORT_SOME}`, ...messages.importFields],
    ...[...(hasFurtherFiles ? [messages.importFurtherFiles] : []), ...messages.importNotes],
    ...["", messages.appsTitle, ...appTable(messages, facts.targets), messages.appsNote],
    ...(facts.domain ? ["", messages.domainTitle, ...domainLines(messages, facts.domain)] : []),
    ...["", messages.missingTitle, ...missingLines(messages, facts)],
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join("");
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

function domainLines(messages: ReadmeMessages, { lists }: NonNullable<ReadmeFacts["domain"]>): string[] {
  const { list: names, quantities } = messages;
  return lists.map(({ list, written }) =>
    messages.domainList(`${list}.jsonl`, names[list], quantities.number(written)),
  );
}

/** What is true for every app is told once. */
function missingLines(messages: ReadmeMessages, { targets, domain }: ReadmeFacts): string[] {
  const told = tellGaps(messages, targets.map(gapsOf), domain ? { domain: gapsOfDomain(domain) } : {});
  const { common, apps } = told;
  const particular = apps.flatMap(({ app, gaps }) => ["", app, ...linesOf(gaps)]);
  return [
    ...(told.domain.length > 0 ? [messages.ofDomain, ...linesOf(told.domain), ""] : []),
    ...(common.length > 0 ? [messages.inCommon, ...linesOf(common), ""] : []),
    ...(particular.length > 0 ? [messages.inParticular, ...particular] : [messages.nothingInParticular]),
  ];
}

function linesOf(gaps: readonly ToldGap[]): string[] {
  return gaps.flatMap(({ sentence, places }) => [`  - ${sentence}`, ...places.map((place) => `      ${place}`)]);
}
