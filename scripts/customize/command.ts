import { KintoneRestAPIError } from "@kintone/rest-api-client";
import { languageOf } from "../../src/command/environment-language";
import { BackupError, toBackupError } from "../../src/domain/errors";
import type { SettingName } from "../../src/domain/source";
import type { Connection } from "../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../src/kintone/connection/run-connection";
import { createAppsOfRule } from "../../src/kintone/reading/apps-of-rule";
import { createRecordStore } from "../../src/kintone/writing/record-store";
import { messagesFor } from "../../src/screens/text/run/language";
import { describeProblem } from "../../src/screens/text/run/problem-sentence";
import { settingNames } from "../../src/screens/text/setting-names";
import { textsIn } from "../../src/screens/text/texts-in";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";
import { missingRights } from "../setup/missing-rights";
import { type CarryEnd, carryFile } from "./carry-file";
import { readTargets } from "./chosen-apps";
import { MOST_FILES } from "./customization";
import { NotDeployed, createCustomizationDesk } from "./customization-desk";
import { type Order, readOrder } from "./order";
import { type StatusFile, statusFile } from "./status-file";
import { en } from "./words/en";
import { ja } from "./words/ja";
import { zh } from "./words/zh";

const EXIT = { done: 0, unfinished: 1, unusable: 2 } as const;

/** Where the command's sentences go. */
export interface Voice {
  say(...lines: string[]): void;
  complain(...lines: string[]): void;
}

/**
 * Does what the arguments ask for. Resolves to the status to end with: 0 when every app is as asked, 1 when one is not, 2 when nothing
 * could be begun.
 *
 * @param env `LANG` and the like decide the language; the log-in is there
 */
export async function customize(args: string[], env: NodeJS.ProcessEnv, { say, complain }: Voice): Promise<number> {
  const language = languageOf(env);
  const words = textsIn(language, { ja, en, zh });
  return main();

  async function main(): Promise<number> {
    const order = readOrder(args, env, words);
    if (order === "help") {
      say(words.usage);
      return EXIT.done;
    }
    if ("wrong" in order) {
      complain(order.wrong, "", words.usage);
      return EXIT.unusable;
    }
    let file: StatusFile;
    try {
      file = await statusFile(order.settings);
    } catch (thrown) {
      complain(words.notBuilt((thrown as Error).message));
      return EXIT.unusable;
    }
    const base = createPasswordConnection({ ...order.access, userAgent: "kintone-backup-manager-customize" });
    const { signal } = new AbortController();
    const { reading } = createRunConnection(base, { requestsAtOnce: DEFAULT_SETTINGS.requestsAtOnce, signal });
    try {
      return await carryOut(reading, order, file);
    } catch (thrown) {
      complain(words.failed, problemOf(thrown));
      return EXIT.unfinished;
    }
  }

  async function carryOut(connection: Connection, { access, settings, apps, remove }: Order, file: StatusFile) {
    if ((await missingRights(connection, undefined)).length > 0) {
      complain(words.noAdministration(access.username));
      return EXIT.unusable;
    }
    const { backupApp: appId, backupGuestSpace: guestSpaceId } = settings;
    const store = createRecordStore(connection, { appId, ...(guestSpaceId !== undefined && { guestSpaceId }) });
    const { apps: targets, unknown } = await readTargets(store, createAppsOfRule(connection, appId));
    const chosen = apps ?? targets.filter(({ enabled }) => enabled || remove);
    const missed = apps ? [] : unknown;
    for (const error of missed) complain(problemOf(error));
    if (chosen.length + missed.length === 0) complain(words.noTargets);
    let unfinished = chosen.length === 0 || missed.length > 0;
    for (const given of chosen) {
      const target = targets.find((each) => each.appId === given.appId);
      const app = { ...target, ...given };
      const tell = (isDone: boolean, sentence: string) => (isDone ? say : complain)(words.app(app.appId, sentence));
      // Who is a target no more may still carry the file.
      if (!target && !remove) {
        tell(false, words.notATarget);
        unfinished = true;
        continue;
      }
      try {
        const desk = createCustomizationDesk(access, app);
        const end = await carryFile(app, { connection, desk, file, remove });
        const isDone = end.kind !== "full" && end.kind !== "waiting";
        tell(isDone, sentenceOf(end));
        unfinished ||= !isDone;
      } catch (thrown) {
        tell(false, problemOf(thrown));
        unfinished = true;
      }
    }
    return unfinished ? EXIT.unfinished : EXIT.done;
  }

  function sentenceOf(end: CarryEnd): string {
    if (end.kind === "full") return words.full(MOST_FILES);
    if (end.kind === "waiting") {
      const names = textsIn<Record<SettingName, string>>(language, settingNames);
      return words.waiting(end.settings.map((name) => names[name]));
    }
    if (end.kind === "removed" || end.scope === "ALL") return words[end.kind];
    return `${words[end.kind]} ${words.scope[end.scope]}`;
  }

  function problemOf(thrown: unknown): string {
    if (thrown instanceof NotDeployed) return words.notDeployed(thrown.message);
    return describeProblem(messagesFor(language), {
      error: thrown instanceof KintoneRestAPIError ? refusalOf(thrown) : toBackupError(thrown),
    });
  }
}

function refusalOf({ status, code, message }: KintoneRestAPIError): BackupError {
  return new BackupError("REFUSED", message, { answer: { status, code, message } });
}
