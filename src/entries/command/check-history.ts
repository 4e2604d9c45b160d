import type { Checked } from "../../command/checked";
import type { Credentials } from "../../command/credentials";
import type { Volume } from "../../domain/outcome";
import { knownDisposals } from "../../history/disposals/known-disposals";
import { checkHistory } from "../../history/chain/check-history";
import { answerOf } from "../../history/chain/verdict";
import { type KeptZips, type ToldRun, compareKept, toldRun } from "../../history/runs/kept-zips";
import { createRecordStore } from "../../kintone/writing/record-store";
import { describeChain, describeZips, reportTextsFor } from "../../screens/text/chain/chain-report";
import { inspectorMessagesFor } from "../../screens/text/chain/language";
import type { CommandFile } from "../../settings/command-file";
import type { Outputs } from "./outputs";
import { openPatientReading } from "./patient-reading";
import { NoZips, measured, zipFilesIn } from "./zip-files";

interface HistoryCheckOptions {
  /** Files, and folders of them, to be compared with the history. */
  zips: readonly string[];
  language: string;
  pluginVersion: string;
  /** For how far it is. */
  outputs: Pick<Outputs, "progressLine">;
}

/**
 * Checks the history of runs, and zips against it, and tells of it in words. Reads, and changes nothing. Rejects with a
 * `BackupError` when kintone cannot be read.
 */
export async function checkHistoryOnNode(
  file: CommandFile,
  credentials: Credentials,
  { zips, language, pluginVersion, outputs }: HistoryCheckOptions,
): Promise<Checked> {
  const messages = inspectorMessagesFor(language);
  const texts = reportTextsFor(messages);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  try {
    const paths = await zipFilesIn(zips);
    const told = new Map<string, ToldRun>();
    const { reading } = openPatientReading(file, credentials, {
      ...{ messages, pluginVersion, signal: new AbortController().signal, waiting: line.report },
    });
    const { app: appId, guestSpaceId } = file;
    const history = createRecordStore(reading, { appId, ...(guestSpaceId && { guestSpaceId }) });
    const verdict = await checkHistory(history, (record, read) => {
      line.report({ phase: "history", said: texts.reading(read) });
      if (paths.length > 0) told.set(String(record.$id?.value), toldRun(record));
    });
    const answer = answerOf(verdict);
    const report = describeChain(messages, verdict, (recordId) => `${pageOf(file)}/show#record=${recordId}`);
    if (answer === "hidden") return { unusable: text(report) };
    if (paths.length === 0) return { sound: answer === "sound", report: text(report) };

    const files: Volume[] = [];
    for (const path of paths) {
      line.report({ phase: "zips", said: texts.measuring(path) });
      files.push(await measured(path));
    }
    const disposed = new Set([...(await knownDisposals(history)).disposed.values()].flatMap((runs) => [...runs]));
    const kept = compareKept([...told.values()], files, disposed);
    report.push(...describeZips(messages, kept, paths, verdict));
    return { sound: answer === "sound" && allFit(kept), report: text(report) };
  } catch (thrown) {
    if (thrown instanceof NoZips) return { unusable: text([texts.noZips(thrown.message)]) };
    throw thrown;
  } finally {
    line.end();
  }
}

/** The address of the app. */
function pageOf({ baseUrl, app, guestSpaceId }: CommandFile): string {
  return guestSpaceId ? `${baseUrl}/k/guest/${guestSpaceId}/${app}` : `${baseUrl}/k/${app}`;
}

/** A new name and a copy are no harm. */
function allFit({ zips, incomplete }: KeptZips): boolean {
  return incomplete.length === 0 && zips.every(({ state }) => state !== "changed" && state !== "unknown");
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
