import type { Keys } from "../../archive/encryption/keys";
import type { JournalLine } from "../../backup/journal/entries";
import { runBackup } from "../../backup/run";
import type { ReportRunProgress } from "../../backup/run-progress";
import type { Credentials } from "../../command/credentials";
import { BackupError } from "../../domain/errors";
import { type RunOutcome, wasRefused } from "../../domain/outcome";
import type { OverBudget } from "../../domain/request-budget";
import type { Shortage } from "../../domain/room";
import type { Targets } from "../../domain/targets";
import { createDomainLoad } from "../../kintone/connection/domain-load";
import { createServerClock } from "../../kintone/connection/server-clock";
import type { CopyAnswer } from "../../kintone/reading/record-answer";
import { createRecordStore } from "../../kintone/writing/record-store";
import { encryptionTextsIn } from "../../screens/text/encryption/language";
import type { Messages } from "../../screens/text/run/messages";
import { type CommandFile, folderOfArchives } from "../../settings/command-file";
import { createFolderWorkspace, sweepFolderWorkspaces } from "../../workspace/folder";
import { freeFolderRoom } from "../../workspace/folder-room";
import { createLazyJournal, createLazyWorkspace } from "../../workspace/lazy";
import { foreseeShortage } from "../wiring/room-before-run";
import { newRunId, runOptions } from "../wiring/run-options";
import { createRunParts } from "../wiring/run-parts";
import { runEncryption } from "./encrypted/run-encryption";
import { aboutRun, findKilledRun } from "./killed-run";
import { placesOf } from "./places";
import { previousInFolder } from "./previous-in-folder";
import { signIn } from "./sign-in";

/** Scratch files lie beside the archives: the room there is the room that counts, and `/tmp` is often small, or memory. */
export const SCRATCH_PREFIX = ".unfinished-";

/** Who watches the run. */
export interface RunHost {
  messages: Messages;
  pluginVersion: string;
  report: ReportRunProgress;
  signal: AbortSignal;
  keys: Keys;
  /** Tells people something beside how far it is. */
  note: (sentence: string) => void;
  copyAnswer?: CopyAnswer;
  /** Goes on with a run of this folder that was killed, if there is one. */
  resume: boolean;
  overBudget?: OverBudget;
  /** What there is too little room for is told beforehand; `refuse` makes it a failed run. Nothing is looked at when absent. */
  room?: { tell: (shortage: Shortage) => void; refuse: boolean };
}

/** One run in Node, into the file's places. Rejects only as `runBackup` does. */
export async function runOnNode(
  file: CommandFile,
  credentials: Credentials,
  { messages, pluginVersion, report, signal, keys, note, copyAnswer, resume, overBudget, room }: RunHost,
): Promise<RunOutcome> {
  const { settings, guestSpaceId } = file;
  const texts = encryptionTextsIn(messages.locale);
  const operator = operatorOf(credentials);
  const { encrypt, passphrase, isNobodysKey } = await runEncryption(file, keys);
  if (isNobodysKey) note(texts.nobodysKey);
  const killed = resume
    ? await findKilledRun(SCRATCH_PREFIX, { operator: operator.code, file, pluginVersion, passphrase })
    : undefined;
  const startedAt = killed?.startedAt ?? new Date();
  const runId = killed?.runId ?? newRunId(startedAt);
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const connection = signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch);
  const app = { appId: file.app, ...(guestSpaceId && { guestSpaceId }) };
  const parts = createRunParts({
    ...{ connection, app },
    userCode: operator.code || undefined,
    ...{ serverClock, load },
    ...{ settings, messages, pluginVersion, report, signal },
    ...(copyAnswer && { copyAnswer }),
  });
  await sweepFolderWorkspaces(file.folder, SCRATCH_PREFIX, new Date()).catch(() => undefined);
  const freeRoom = freeFolderRoom(file.folder);
  // What a killed run had read is there already: what is left of it may well fit.
  const [shortage, previous] = await Promise.all([
    room && !killed && foreseeShortage({ connection, app, settings, freeRoom, copied: true }),
    settings.incremental
      ? previousInFolder(folderOfArchives(file), createRecordStore(connection, app), {
          ...{ operatorCode: operator.code, keys },
          onClosed: () => note(texts.readAfresh),
        })
      : undefined,
  ]);
  if (shortage) room?.tell(shortage);
  const targets = shortage && room?.refuse ? refusingTargets(parts.targets, shortage) : parts.targets;

  const start = { runId, startedAt, operator, trigger: "headless" } as const;
  const workspace = createLazyWorkspace(() => createFolderWorkspace(file.folder, `${SCRATCH_PREFIX}${runId}`));
  const about = await aboutRun(start, { file, pluginVersion, passphrase });
  const journal = createLazyJournal(
    async () => (await workspace.made()).openJournal<JournalLine>(about),
    killed !== undefined,
  );
  const outcome = await runBackup(start, runOptions(settings, overBudget && { overBudget }), {
    ...{ ...parts, targets, workspace, journal, places: placesOf(file) },
    ...(encrypt && { encrypt }),
    ...(previous && { previous }),
    ...(shortage && { shortage }),
  });
  // A run that did not begin may be another's, or have been killed: a later call can go on with its files.
  if (!wasRefused(outcome)) await workspace.clear().catch(() => undefined);
  return outcome;
}

/** Before any target is read; the run is recorded as failed, for this reason. */
function refusingTargets(targets: Targets, { bytes: expected, free: actual }: Shortage): Targets {
  const refusal = new BackupError("NO_SPACE", "Less room than the run will need", { facts: { expected, actual } });
  return { ...targets, enabled: () => Promise.reject(refusal) };
}

/** Tokens act for no user; kintone itself calls the doer Administrator. */
export function operatorOf(credentials: Credentials): { code: string; name: string } {
  return "username" in credentials
    ? { code: credentials.username, name: credentials.username }
    : { code: "", name: "" };
}
