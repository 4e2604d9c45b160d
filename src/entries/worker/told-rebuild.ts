import { jsonLine } from "../../archive/records/json-lines";
import type { BackupError } from "../../domain/errors";
import type { AppRef } from "../../domain/target";
import type { NewApp } from "../../restore/apps/new-app";
import type { Rebuilt } from "../../restore/apps/rebuild-apps";
import type { ToldNewApp, ToldRebuild } from "../../screens/rebuild/rebuild-desk";
import type { RebuildMessages } from "../../screens/text/rebuild/language";
import {
  describeNewApp,
  describeOldId,
  describeRebuilt,
  describeStopped,
  describeTold,
  describeToDo,
} from "../../screens/text/rebuild/rebuild-report";
import { rebuildLines } from "../wiring/rebuilding/rebuild-lines";
import type { KeptRebuild } from "./kept-rebuild";
import type { ToldRecords } from "./told-records";

const LINES = "application/jsonl";

/** As a page shows it: in words, as errors do not cross from a Worker. */
export function toldRebuild(
  messages: RebuildMessages,
  { rebuildId, asked }: KeptRebuild,
  rebuilt: Rebuilt,
  records: ToldRecords | undefined,
): ToldRebuild {
  const apps = [...rebuilt.apps.values()].map((app) => toldApp(messages, app, rebuilt, records));
  const afterwards = records?.lines ?? (asked.wish.withoutRecords ? [messages.rebuild.recordsNotAsked] : []);
  const text = describeRebuilt(messages, { rebuilt, heading: [], afterwards });
  const lines = [...rebuildLines(rebuilt)].map(jsonLine);
  return {
    verdict: rebuilt.records.isAsArchived && apps.every(({ isWhole }) => isWhole) ? "whole" : "left-out",
    ...{ apps, stopped: [] },
    files: [
      { name: `${rebuildId}.rebuild.txt`, of: "text", content: new Blob([`${text.join("\n")}\n`]) },
      { name: `${rebuildId}.rebuild.jsonl`, of: "lines", content: new Blob(lines, { type: LINES }) },
      ...recordsFile(rebuildId, records),
    ],
  };
}

/** One that ended before its end, with the apps that there are. */
export function toldStopped(
  messages: RebuildMessages,
  rebuildId: string,
  error: BackupError,
  { made, records }: { made: ReadonlyArray<{ app: AppRef; name: string }>; records: ToldRecords | undefined },
): ToldRebuild {
  const [, ...why] = describeStopped(messages, error).map((line) => line.trim());
  const { restore, run } = messages;
  return {
    verdict: "stopped",
    apps: made.map(({ app, name }) => ({
      ...{ app, name, isWhole: false, records: [], otherwise: [], toDos: [], oldIds: [] },
      told: restore.value.nameAndCode(restore.app(name), run.appId(app.appId, app.guestSpaceId)),
    })),
    stopped: [...why, ...(records?.lines ?? []).filter((line) => line !== "")],
    files: recordsFile(rebuildId, records),
  };
}

/** The name by which texts call the file. */
export const recordsFileName = (rebuildId: string): string => `${rebuildId}.records.jsonl`;

function recordsFile(rebuildId: string, records: ToldRecords | undefined): ToldRebuild["files"] {
  if (!records || records.report.length === 0) return [];
  const content = new Blob([...records.report], { type: LINES });
  return [{ name: recordsFileName(rebuildId), of: "records", content }];
}

function toldApp(
  messages: RebuildMessages,
  app: NewApp,
  { told, toDos, oldIds }: Rebuilt,
  records: ToldRecords | undefined,
): ToldNewApp {
  const { folder, appId } = app.archived.facts;
  const isOwn = (one: { folder: string }) => one.folder === folder;
  const otherwise = told.filter(isOwn).map((one) => describeTold(messages, one));
  const ofRecords = records?.apps[appId];
  return {
    ...{ app: app.app, name: app.name, told: describeNewApp(messages, app), otherwise },
    isWhole: otherwise.length === 0 && (ofRecords?.isWhole ?? true),
    records: ofRecords?.lines ?? [],
    toDos: toDos.filter(isOwn).map((one) => describeToDo(messages, one)),
    oldIds: oldIds.filter(isOwn).map((one) => describeOldId(messages, one)),
  };
}
