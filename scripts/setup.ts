/**
 * `npm run setup`: the plugin installed, the backup-management app created and prepared. Ends with 0 when all is ready, 1
 * when it could not be finished, 2 when nothing could be begun.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { languageOf } from "../src/command/environment-language";
import { toBackupError } from "../src/domain/errors";
import { labelsIn } from "../src/history/app-definition/labels-in";
import { createPasswordConnection } from "../src/kintone/connection/password-connection";
import { createRunConnection } from "../src/kintone/connection/run-connection";
import { harmless } from "../src/screens/text/harmless";
import { messagesFor } from "../src/screens/text/run/language";
import { preparationTextsIn } from "../src/screens/text/settings/preparation/language";
import { preparationProblem } from "../src/screens/text/settings/preparation/plan-sentences";
import { DEFAULT_SETTINGS } from "../src/settings/settings";
import { root } from "./root";
import { readAddress } from "./setup/address";
import { missingRights } from "./setup/missing-rights";
import { type PackedPlugin, readPackedPlugin } from "./setup/packed-plugin";
import { type SetUpOptions, setUp } from "./setup/set-up";
import { endLines, eventLines } from "./setup/telling";
import { setUpWordsIn } from "./setup/words/language";
import type { MissingRight } from "./setup/words/words";

const EXIT = { ready: 0, unfinished: 1, unusable: 2 } as const;

const language = languageOf(process.env);
const words = setUpWordsIn(language);
const preparation = preparationTextsIn(language);
const say = (...lines: string[]) => lines.forEach((line) => console.log(harmless(line)));
const complain = (...lines: string[]) => lines.forEach((line) => console.error(harmless(line)));

function readArguments() {
  const { values } = parseArgs({
    options: {
      "base-url": { type: "string" },
      app: { type: "string" },
      name: { type: "string" },
      "guest-space": { type: "string" },
      plugin: { type: "string", default: path.join(root, "dist", "plugin.zip") },
      reinstall: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return values;
}

async function main(): Promise<number> {
  let values: ReturnType<typeof readArguments>;
  try {
    values = readArguments();
  } catch (thrown) {
    complain((thrown as Error).message, "", words.usage);
    return EXIT.unusable;
  }
  if (values.help) {
    say(words.usage);
    return EXIT.ready;
  }
  const { KINTONE_USERNAME: user, KINTONE_PASSWORD: password } = process.env;
  const baseUrl = readAddress(values["base-url"] ?? "");
  if (!baseUrl || !user || !password) {
    complain(baseUrl ? words.noLogIn : words.noAddress, "", words.usage);
    return EXIT.unusable;
  }
  let plugin: PackedPlugin;
  try {
    plugin = await readPackedPlugin(await readFile(values.plugin));
  } catch (thrown) {
    complain(words.noPluginFile(values.plugin, (thrown as Error).message));
    return EXIT.unusable;
  }
  const base = createPasswordConnection({
    ...{ baseUrl, username: user, password },
    userAgent: "kintone-backup-manager-setup",
  });
  const { signal } = new AbortController();
  const { reading } = createRunConnection(base, { requestsAtOnce: DEFAULT_SETTINGS.requestsAtOnce, signal });
  return carryOut(baseUrl, {
    ...{ connection: reading, user, plugin, labels: labelsIn(language), reinstall: values.reinstall },
    ...{ appId: values.app, name: values.name, guestSpaceId: values["guest-space"] },
  });
}

async function carryOut(baseUrl: string, options: SetUpOptions): Promise<number> {
  const { connection, user, appId, guestSpaceId } = options;
  const telling = { words, preparation };
  const lacks = (rights: readonly MissingRight[]) =>
    complain(words.rightsHeading(user), ...rights.map((right) => `  ${words.right[right]}`));
  let changing = false;
  let appIsKnown = appId !== undefined;
  try {
    const app = appId === undefined ? undefined : { appId, ...(guestSpaceId !== undefined && { guestSpaceId }) };
    const rights = await missingRights(connection, app);
    if (rights.length > 0) {
      lacks(rights);
      return EXIT.unusable;
    }
    const end = await setUp(options, (event) => {
      if (event.what === "step") changing = true;
      if (event.what === "app") appIsKnown = true;
      say(...eventLines(event, telling));
    });
    const lines = endLines(end, telling, baseUrl);
    if (end.kind === "ready") say(...lines);
    else complain(...lines);
    if (end.kind === "unclear") return EXIT.unusable;
    return end.kind === "ready" ? EXIT.ready : EXIT.unfinished;
  } catch (thrown) {
    const isRefused = toBackupError(thrown).code === "NO_PERMISSION";
    if (isRefused && !appIsKnown) lacks(["app-creation"]);
    const sentence = preparationProblem(thrown, preparation, messagesFor(language));
    complain(changing ? preparation.notPrepared : words.failed, sentence);
    return EXIT.unfinished;
  }
}

process.exitCode = await main();
