import type { Credentials } from "../../../command/credentials";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { RestoreAsked } from "../../../command/host";
import { BackupError } from "../../../domain/errors";
import type { AppRef } from "../../../domain/target";
import { isForGood } from "../../../restore/discard-restore";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import { restoreCommandMessagesFor } from "../../../screens/text/restored/command/language";
import { type CommandFile, folderOfArchives } from "../../../settings/command-file";
import type { SoundArchive } from "../archive-to-compare";
import type { Outputs } from "../outputs";
import type { ReadKeys } from "../encrypted/key-files";
import { withSoundArchive } from "../with-sound-archive";
import { archivedApp, appOfRestore, matchingOf } from "./archived-app";
import { carryOut } from "./carry-out";
import { choicesOf } from "./choices";
import { discardOnNode } from "./discard";
import { NothingRestored } from "./nothing-restored";
import { openAccess } from "./open-access";
import { readPlan } from "./plan-files";
import type { RestoreAbout } from "./restore-folder";
import type { RestoreCall } from "./restore-call";
import { namedRestore, unfinishedRestore } from "./unfinished";
import { whatCouldBe } from "./what-could-be";
import { whyNothing } from "./why-nothing";

interface RestoreHost {
  language: string;
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

/** Puts records back from an archive, or says what that would take, and tells of it in words. */
export async function restoreOnNode(
  file: CommandFile,
  credentials: Credentials,
  asked: RestoreAsked,
  { language, pluginVersion, keys, signal, outputs }: RestoreHost,
): Promise<Done> {
  const messages = restoreCommandMessagesFor(language);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  signal.addEventListener("abort", line.end);
  const saying = (phase: string, said: string) => line.report({ phase, said });
  const call: RestoreCall = { file, credentials, asked, messages, pluginVersion, keys, signal, saying };
  try {
    const unfinished = await unfinishedRestore(file, asked, messages);
    if (unfinished && asked.unfinished === "discard") return await discardOnNode(unfinished, call);
    return await restoreFromZips(call, unfinished);
  } catch (thrown) {
    return { code: RESTORE_EXIT.nothingWritten, told: `${whyNothing(thrown, messages)}\n` };
  } finally {
    line.end();
  }
}

/** @param earlier a restore that is gone on with */
async function restoreFromZips(call: RestoreCall, earlier: RestoreAbout | undefined): Promise<Done> {
  const { file, asked, keys, messages, signal, saying } = call;
  const zips = asked.zips.length > 0 ? asked.zips : [folderOfArchives(file)];
  const decided = asked.plan === undefined || earlier ? undefined : await readPlan(asked.plan, messages);
  const runId = asked.runId ?? earlier?.start.archive.runId ?? decided?.archive.runId;
  return withSoundArchive({ zips, runId, keys, messages, signal, saying }, async (sound, heading) => {
    if (earlier) expectSameArchive(sound, earlier, messages);
    const access = openAccess(call);
    const appId = earlier?.start.archive.appId ?? decided?.archivedApp ?? asked.appId;
    const archived = archivedApp(sound.archive, messages, appId === undefined ? {} : { appId });
    const app = earlier?.start.app ?? appAsked({ ...asked, ...(decided && { into: decided.app }) }, archived.facts);
    const matching = earlier?.matching ?? decided?.matching ?? matchingOf(asked);
    const found = await appOfRestore(archived, app, matching, messages, access).catch((thrown: unknown) => {
      if (earlier && thrown instanceof BackupError && isForGood(thrown)) return thrown;
      throw thrown;
    });
    if (found instanceof BackupError) return discardOnNode(earlier as RestoreAbout, call, found);
    if (!earlier && !asked.mode && !decided) return whatCouldBe(found, heading, call, access);
    const choices = earlier?.choices ?? decided?.choices ?? choicesOf(asked, found.forms);
    const inHand = { found, sound, heading, choices, matching };
    return carryOut({ ...inHand, ...(decided && { decided }), ...(earlier && { earlier }) }, call, access);
  });
}

function appAsked({ into }: RestoreAsked, { appId, guestSpaceId }: AppRef): AppRef {
  const app = into ?? { appId, ...(guestSpaceId && { guestSpaceId }) };
  return { appId: app.appId, ...(app.guestSpaceId && { guestSpaceId: app.guestSpaceId }) };
}

function expectSameArchive(
  { digest }: Pick<SoundArchive, "digest">,
  earlier: RestoreAbout,
  { restored }: RestoreCommandMessages,
): void {
  const { runId, createdAt, digest: own } = earlier.start.archive;
  if (own === digest) return;
  const archive = { runId, startedAt: createdAt.toISOString() };
  throw new NothingRestored(restored.refused.otherArchive(namedRestore(earlier), archive));
}
