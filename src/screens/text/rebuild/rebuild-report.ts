import type { BackupError } from "../../../domain/errors";
import { errorOf } from "../../../domain/plain-error";
import type { NewApp } from "../../../restore/apps/new-app";
import type { Rebuilt } from "../../../restore/apps/rebuild-apps";
import type { Told } from "../../../restore/apps/told";
import type { ToDo } from "../../../restore/apps/to-do";
import { harmlessLine } from "../harmless";
import { describeProblem } from "../run/problem-sentence";
import type { RebuildMessages } from "./language";

/** The most lines of a kind for a terminal; the file has all. */
const MOST_LINES = 30;

interface Described {
  rebuilt: Rebuilt;
  /** Which archive it was. */
  heading: readonly string[];
  /** What is told behind everything else. */
  afterwards: readonly string[];
}

/** What came of apps that were made anew, as plain lines for a terminal. */
export function describeRebuilt(messages: RebuildMessages, { rebuilt, heading, afterwards }: Described): string[] {
  const { rebuild } = messages;
  const { apps, told, toDos, oldIds } = rebuilt;
  const all = [...apps.values()];
  const nameOf = (folder: string) => apps.get(folder)?.name ?? folder;
  const of = (folder: string, text: string) => (apps.size > 1 ? `${nameOf(folder)}: ${text}` : text);
  return [
    rebuild.verdict[told.length === 0 ? "whole" : "left-out"],
    ...heading.map((line) => `  ${line}`),
    ...all.map((app) => `  ${rebuild.app(...namesOf(messages, app))}`),
    ...section(
      rebuild.heading.told,
      told.map((one) => of(one.folder, describeTold(messages, one))),
    ),
    ...section(
      rebuild.heading.toDo,
      toDos.map((toDo) => of(toDo.folder, describeToDo(messages, toDo))),
    ),
    ...section(
      rebuild.heading.oldIds,
      oldIds.map(({ folder, where, line, appId, text }) =>
        of(folder, rebuild.oldId(placeOf(where), line, appId, text)),
      ),
    ),
    ...afterwards,
  ].map(harmlessLine);

  function section(title: string, lines: readonly string[]): string[] {
    if (lines.length === 0) return [];
    const more = lines.length - MOST_LINES;
    const shown = lines.slice(0, MOST_LINES).map((line) => `  - ${line}`);
    return ["", title, ...shown, ...(more > 0 ? [`  ${rebuild.more(more)}`] : [])];
  }

  function placeOf(where: (typeof oldIds)[number]["where"]): string {
    return "file" in where ? where.file : `${rebuild.setting(where.setting)} ${where.way}`;
  }
}

/** One that ended before its end. */
export function describeStopped(messages: RebuildMessages, error: BackupError): string[] {
  const { rebuild, next } = messages;
  return [rebuild.verdict.stopped, `  ${rebuild.stopped(describeProblem(messages, { error }))}`, `  ${next.resume}`];
}

function namesOf({ restore, run }: RebuildMessages, { archived, app, name }: NewApp): [before: string, now: string] {
  const { appName, appId, guestSpaceId } = archived.facts;
  const named = (of: string, id: string, space?: string) =>
    restore.value.nameAndCode(restore.app(of), run.appId(id, space));
  return [named(appName, appId, guestSpaceId), named(name, app.appId, app.guestSpaceId)];
}

function describeTold(messages: RebuildMessages, told: Told): string {
  const { rebuild } = messages;
  const piece = rebuild.piece(rebuild.setting(told.setting), told.name);
  const say = rebuild.told[told.what] as (piece: string, told: Told, problem: string) => string;
  return say(piece, told, told.what === "refused" ? problemOf(messages, told) : "");
}

/** kintone's own sentence about the part that it names says more than that the input is not right. */
function problemOf(messages: RebuildMessages, { error }: Extract<Told, { what: "refused" }>): string {
  const [inParticular] = Object.values(error.answer?.errors ?? {}).flat();
  const sentence = describeProblem(messages, { error: errorOf(error) });
  return inParticular === undefined ? sentence : messages.problem.kintoneSays(sentence, inParticular);
}

function describeToDo({ rebuild }: RebuildMessages, toDo: ToDo): string {
  const settings = toDo.what === "permissions" ? toDo.settings.map(rebuild.setting) : [];
  const say = rebuild.toDo[toDo.what] as (toDo: ToDo, settings: readonly string[]) => string;
  return say(toDo, settings);
}
