/** The `kintone-backup` command on Node: the same engine, unattended. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import manifest from "../../../manifest.json";
import { usePlatform } from "../../archive/bytes/platform";
import type { RunProgress } from "../../backup/run-progress";
import { OPTIONS, toCommand, VERBS } from "../../command/arguments";
import { languageOf } from "../../command/environment-language";
import { EXIT } from "../../command/exit";
import { keyFilesGiven } from "../../command/key-options";
import { kintoneBackup } from "../../command/kintone-backup";
import type { Credentials } from "../../command/credentials";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import { type RunOutcome, wasRefused } from "../../domain/outcome";
import { storageError } from "../../domain/storage-error";
import { factsFile } from "../../history/runs/facts-file";
import { forFolder } from "../../screens/text/folder/language";
import { rebuildCommandMessagesFor } from "../../screens/text/rebuild/command/language";
import { drillTextsIn } from "../../screens/text/drill/language";
import { restorerMessagesFor } from "../../screens/text/restore/language";
import { restoreCommandMessagesFor } from "../../screens/text/restored/command/language";
import { describeOutcome, describeProgress } from "../../screens/text/run/outcome-report";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { adminMessagesFor } from "../../screens/text/settings/language";
import { checkHistoryOnNode } from "./check-history";
import { compareOnNode } from "./compare";
import { compareSettingsOnNode } from "./comparing-settings/compare-settings";
import { decryptOnNode } from "./encrypted/decrypt";
import { keysIn } from "./encrypted/key-files";
import { proveKeyOnNode } from "./encrypted/prove-key";
import { whyClosed } from "./encrypted/why-closed";
import { deliverOnNode } from "./delivering/deliver";
import { testPlacesOnNode } from "./delivering/test-place";
import { onEndingSignal } from "./ending-signals";
import { copyRecordsForOthers, createNodeCopyThreads } from "./node-copy-threads";
import type { CommandFile } from "../../settings/command-file";
import { nodePlatform } from "./node-platform";
import { nodeIsTooOld } from "./node-version";
import { type Outputs, openOutputs } from "./outputs";
import { drillOnNode } from "./drilling/drill";
import { holdOnNode } from "./retaining/hold";
import { pruneOnNode } from "./retaining/prune";
import { probeOnNode } from "./probe";
import { rebuildOnNode } from "./rebuilding/rebuild";
import { rehearseOnNode } from "./rehearse";
import { restoreOnNode } from "./restoring/restore";
import { runOnNode } from "./run";
import { verifyOnNode } from "./verify";
import { wholePath } from "./whole-path";

async function main(outputs: Outputs): Promise<number> {
  const { print, tell, progressLine } = outputs;
  usePlatform(nodePlatform);
  const environmentLanguage = languageOf(process.env);
  let command;
  let keys = keysIn({ identities: [] });
  try {
    const given = parseArgs({ options: OPTIONS, allowPositionals: true });
    keys = keysIn(keyFilesGiven(given.values));
    command = toCommand(given, environmentLanguage);
  } catch (thrown) {
    const of = VERBS.find(({ name }) => process.argv.slice(2).includes(name))?.name;
    command = { kind: "misused" as const, reason: (thrown as Error).message, ...(of && { of }) };
  }
  const language = "language" in command ? command.language : environmentLanguage;
  const messages = forFolder(adminMessagesFor(language));
  const line = progressLine((progress: RunProgress) => describeProgress(messages, progress));
  const cancelling = new AbortController();
  return kintoneBackup(command, {
    environment: process.env,
    version: manifest.version,
    readFile: (file) => readFile(file, "utf8"),
    wholePath,
    async run(file, credentials, { report, resume, overBudget, refuseWithoutRoom: refuse }) {
      onEndingSignal(() => {
        line.end();
        tell(`${messages.run.cancelling} ${messages.run.cancellingNote}\n`);
        cancelling.abort(cancelledByUser());
      });
      const opening = await keys();
      const { copyAnswer, end } = createNodeCopyThreads(__filename);
      const outcome = await runOnNode(file, credentials, {
        copyAnswer,
        messages,
        pluginVersion: manifest.version,
        report,
        resume,
        overBudget,
        signal: cancelling.signal,
        keys: opening,
        note: (sentence) => tell(`${sentence}\n`),
        room: {
          tell: (shortage) => tell(`${[messages.room.heading, ...messages.room.short(shortage)].join("\n  ")}\n`),
          refuse,
        },
      }).finally(end);
      line.end();
      if (outcome.historyRecordId === undefined && !wasRefused(outcome)) {
        await keepFacts(outcome, file.folder).catch((thrown: unknown) => {
          const error = storageError(thrown, "DELIVERY_FAILED", { path: factsOf(outcome).name });
          tell(`${describeProblem(messages, { error })}\n`);
        });
      }
      if (file.places.length > 1 && !wasRefused(outcome)) await catchUp(file, credentials, outcome);
      return outcome;
    },
    deliver(file, credentials) {
      onEndingSignal(() => cancelling.abort(cancelledByUser()));
      return deliverOnNode(file, credentials, {
        ...{ messages, pluginVersion: manifest.version, signal: cancelling.signal },
      });
    },
    testPlaces(file) {
      onEndingSignal(() => cancelling.abort(cancelledByUser()));
      return testPlacesOnNode(file, { messages, signal: cancelling.signal });
    },
    decrypt(files, folder) {
      onEndingSignal(() => cancelling.abort(cancelledByUser()));
      return decryptOnNode(files, folder, { keys, language, signal: cancelling.signal, outputs });
    },
    proveKey: (file, folder) => proveKeyOnNode(file, folder, language),
    verify: (volumes) => verifyOnNode(volumes, keys, language, outputs),
    checkHistory: (file, credentials, zips) =>
      checkHistoryOnNode(file, credentials, {
        ...{ zips, language, pluginVersion: manifest.version, outputs },
      }),
    compare(file, credentials, asked) {
      onEndingSignal(() => {
        cancelling.abort(cancelledByUser());
        tell(`${restorerMessagesFor(language).restore.cancelling}\n`);
      });
      const { signal } = cancelling;
      return compareOnNode(file, credentials, asked, {
        language,
        pluginVersion: manifest.version,
        keys,
        signal,
        outputs,
      });
    },
    compareSettings(asked, access) {
      onEndingSignal(() => {
        cancelling.abort(cancelledByUser());
        tell(`${restorerMessagesFor(language).restore.cancelling}\n`);
      });
      const { signal } = cancelling;
      return compareSettingsOnNode(asked, access, { pluginVersion: manifest.version, keys, signal, outputs });
    },
    rehearse: (asked) => rehearseOnNode(asked, { keys, signal: cancelling.signal, outputs }),
    restore(file, credentials, asked) {
      onEndingSignal(() => {
        cancelling.abort(cancelledByUser());
        tell(`${restoreCommandMessagesFor(language).restored.cancelling}\n`);
      });
      const { signal } = cancelling;
      return restoreOnNode(file, credentials, asked, {
        language,
        pluginVersion: manifest.version,
        keys,
        signal,
        outputs,
      });
    },
    rebuild(file, credentials, asked) {
      onEndingSignal(() => {
        cancelling.abort(cancelledByUser());
        tell(`${rebuildCommandMessagesFor(language).next.cancelling}\n`);
      });
      const { signal } = cancelling;
      return rebuildOnNode(file, credentials, asked, {
        language,
        pluginVersion: manifest.version,
        keys,
        signal,
        outputs,
      });
    },
    drill(file, credentials, asked) {
      onEndingSignal(() => {
        cancelling.abort(cancelledByUser());
        tell(`${drillTextsIn(language).cancelling}\n`);
      });
      const { signal } = cancelling;
      return drillOnNode(file, credentials, asked, {
        language,
        pluginVersion: manifest.version,
        keys,
        signal,
        outputs,
      });
    },
    prune(file, credentials, asked) {
      onEndingSignal(() => cancelling.abort(cancelledByUser()));
      return pruneOnNode(file, credentials, asked, keeperHost());
    },
    hold: (file, credentials, asked) => holdOnNode(file, credentials, asked, keeperHost()),
    probe: (order, credentials) => probeOnNode(order, credentials, { pluginVersion: manifest.version, outputs }),
    ...{ print, tell },
    report: line.report,
    describeOutcome: (outcome) => describeOutcome(messages, outcome),
    describeSettingsProblem: ({ field, reason, facts }) => {
      const sentence = messages.settings.reason[reason](facts);
      return field ? messages.settings.unreadableField(field, sentence) : sentence;
    },
    describeFailure: (thrown) =>
      whyClosed(thrown, language) ?? describeProblem(messages, { error: toBackupError(thrown) }),
  });

  function keeperHost() {
    return { language, pluginVersion: manifest.version, signal: cancelling.signal, outputs };
  }

  /** What earlier runs could not save somewhere. It takes nothing from this run when it cannot be done now either. */
  async function catchUp(file: CommandFile, credentials: Credentials, { runId: except }: RunOutcome): Promise<void> {
    const how = { messages, pluginVersion: manifest.version, signal: cancelling.signal, except };
    const caughtUp = await deliverOnNode(file, credentials, how).catch(() => undefined);
    if (caughtUp && caughtUp.missing > 0) tell(caughtUp.report);
  }

  function factsOf(outcome: RunOutcome) {
    return factsFile(outcome, {
      describe: (problem) => describeProblem(messages, problem),
      pluginVersion: manifest.version,
    });
  }

  /** The history could not be written: the facts of the run lie beside its archive instead. */
  async function keepFacts(outcome: RunOutcome, folder: string): Promise<void> {
    const facts = factsOf(outcome);
    await writeFile(path.join(folder, facts.name), facts.data.stream(), { flag: "wx" });
  }
}

if (!copyRecordsForOthers()) {
  const outputs = openOutputs();
  const tooOld = nodeIsTooOld();
  if (tooOld) {
    outputs.tell(tooOld);
    process.exitCode = EXIT.unusable;
  } else {
    main(outputs).then(
      (code) => {
        process.exitCode = code;
      },
      (thrown: unknown) => {
        outputs.tell(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
        process.exitCode = EXIT.unusable;
      },
    );
  }
}
