import path from "node:path";
import type { Credentials } from "../../../command/credentials";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { RebuildAsked } from "../../../command/host";
import { toBackupError } from "../../../domain/errors";
import { type RebuildOrder, type Rebuilt, rebuildApps } from "../../../restore/apps/rebuild-apps";
import type { RebuildProgress } from "../../../restore/apps/step";
import { type RebuildCommandMessages, rebuildCommandMessagesFor } from "../../../screens/text/rebuild/command/language";
import { describeRebuilt, describeStopped } from "../../../screens/text/rebuild/rebuild-report";
import { type CommandFile, folderOfArchives } from "../../../settings/command-file";
import { entryBlob } from "../../wiring/entry-blob";
import { markOfRebuild } from "../../wiring/rebuilding/mark-of-rebuild";
import { newRunId } from "../../wiring/run-options";
import type { RestoreAccess } from "../../wiring/restoring";
import { type PlannedApps, plannedApps } from "../../wiring/rebuilding/planned-apps";
import { describeBeforehand, describePlannedApp, peopleInWords } from "../../wiring/rebuilding/planned-words";
import { chosenTargets, type SoundArchive } from "../archive-to-compare";
import { operatorOf } from "../run";
import type { Outputs } from "../outputs";
import { NothingRestored } from "../restoring/nothing-restored";
import { openAccess } from "../restoring/open-access";
import { whyNothing } from "../restoring/why-nothing";
import type { ReadKeys } from "../encrypted/key-files";
import { withSoundArchive } from "../with-sound-archive";
import { discardRebuild } from "./discard";
import type { RebuildCall } from "./rebuild-call";
import { type CommandRecords, recordsOnNode } from "./records-on-node";
import { describeRehearsed } from "./rehearsed-apps";
import { createRebuildFolder, type RebuildAbout, type RebuildFolder } from "./rebuild-folder";
import { writeRebuildReport } from "./report-file";
import { namedRebuild, unfinishedRebuild } from "./unfinished";

interface RebuildHost {
  language: string;
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

/** Makes apps of an archive anew, or says what that would make, and tells of it in words. */
export async function rebuildOnNode(
  file: CommandFile,
  credentials: Credentials,
  asked: RebuildAsked,
  { language, pluginVersion, keys, signal, outputs }: RebuildHost,
): Promise<Done> {
  const messages = rebuildCommandMessagesFor(language);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  signal.addEventListener("abort", line.end);
  const saying = (phase: string, said: string) => line.report({ phase, said });
  const call: RebuildCall = { file, credentials, asked, messages, pluginVersion, keys, signal, saying };
  try {
    const earlier = await unfinishedRebuild(call);
    if (earlier && asked.unfinished === "discard") return await discardRebuild(earlier, call);
    return await rebuildFromZips(call, earlier);
  } catch (thrown) {
    return { code: RESTORE_EXIT.nothingWritten, told: `${whyNothing(thrown, messages)}\n` };
  } finally {
    line.end();
  }
}

/** @param earlier what was broken off, and is gone on with as it was asked for then */
async function rebuildFromZips(call: RebuildCall, earlier: RebuildAbout | undefined): Promise<Done> {
  const { file, keys, messages, signal, saying } = call;
  const asked = earlier ? { ...earlier.asked, zips: call.asked.zips } : call.asked;
  const zips = asked.zips.length > 0 ? asked.zips : [folderOfArchives(file)];
  const runId = earlier?.archive.runId ?? asked.runId;
  return withSoundArchive({ zips, runId, keys, messages, signal, saying }, async (sound, heading) => {
    if (earlier) expectSameArchive(sound, earlier, messages);
    const access = openAccess(call);
    const archive = { runId: sound.archive.runId, digest: sound.digest };
    // What the history knows was backed up in this domain.
    const isOwnDomain = await access.restores.isTold(archive);
    const targets = chosenTargets(sound.archive, messages, asked);
    const planned = await plannedApps(sound.archive, targets, asked, {
      ...{ directory: access.directory, isOwnDomain, signal },
      operator: operatorOf(call.credentials).code,
    });
    const { rebuild, next } = messages;
    if (planned.apps.length === 0) throw new NothingRestored(rebuild.noForm);
    const undecided = peopleInWords([...planned.undecided, ...planned.strangers], rebuild);
    const toDecide = undecided.length > 0 ? [next.refused.people(undecided)] : [];
    if (asked.dryRun && !earlier) {
      const rehearsed = asked.withoutRecords ? [] : await describeRehearsed(sound.archive, planned.apps, call);
      const lines = [...heading, ...describePlanned(planned, messages, asked), ...rehearsed, ...toDecide, next.nothing];
      return { code: RESTORE_EXIT.asPlanned, report: text(lines) };
    }
    if (undecided.length > 0) throw new NothingRestored(next.refused.people(undecided));
    const about = earlier ?? newAbout({ ...call, asked }, archive);
    return carryOut(planned, about, { call, access, heading, sound, isTold: isOwnDomain });
  });
}

function describePlanned(
  planned: PlannedApps,
  messages: RebuildCommandMessages,
  asked: Pick<RebuildAsked, "status" | "comments">,
): string[] {
  const { rebuild, next } = messages;
  return [
    rebuild.would.make,
    ...planned.apps.map((app) => `  ${describePlannedApp(messages, app)}`),
    ...(planned.nowhere.length > 0 ? [next.nowhere(planned.nowhere)] : []),
    ...describeBeforehand(messages, planned, asked),
  ];
}

interface CarryingOut {
  call: RebuildCall;
  access: RestoreAccess;
  heading: readonly string[];
  sound: SoundArchive;
  /** The history knows the archive. */
  isTold: boolean;
}

async function carryOut(
  { apps, choices, replacedInRecords: replaced }: PlannedApps,
  about: RebuildAbout,
  around: CarryingOut,
): Promise<Done> {
  const { file, messages } = around.call;
  const folder = createRebuildFolder(file.folder, about.rebuildId);
  // From now on it is this process that makes them.
  await folder.keep(about);
  const records = recordsOnNode({ ...around, about, folder, replaced });
  const order: RebuildOrder = { rebuildId: markOfRebuild(about.rebuildId), apps, choices };
  try {
    const rebuilt = await rebuildApps(order, worldOf(folder, records, around));
    const reportPath = path.join(file.folder, `${about.rebuildId}.rebuild.jsonl`);
    await writeRebuildReport(reportPath, rebuilt);
    await folder.clear();
    return told(rebuilt, reportPath, about, records, around);
  } catch (thrown) {
    return {
      code: RESTORE_EXIT.notAsPlanned,
      told: text([...describeStopped(messages, toBackupError(thrown)), ...records.lines(false)]),
    };
  }
}

function worldOf(
  folder: RebuildFolder,
  records: CommandRecords,
  { call, access }: CarryingOut,
): Parameters<typeof rebuildApps>[1] {
  const { messages, saying } = call;
  return {
    ...access,
    journal: folder.journal,
    blobOf: entryBlob,
    records: records.put,
    report(progress) {
      folder.touch();
      saying(progress.step, inWords(progress, messages));
    },
  };
}

function told(
  rebuilt: Rebuilt,
  reportPath: string,
  { asked }: RebuildAbout,
  records: CommandRecords,
  { call, heading }: CarryingOut,
): Done {
  const { messages } = call;
  const afterwards = [
    ...records.lines(true),
    ...(asked.withoutRecords ? [messages.rebuild.recordsNotAsked] : []),
    messages.next.report(reportPath),
  ];
  const code =
    rebuilt.told.length === 0 && rebuilt.records.isAsArchived ? RESTORE_EXIT.asPlanned : RESTORE_EXIT.explained;
  return { code, report: text(describeRebuilt(messages, { rebuilt, heading, afterwards })) };
}

function inWords({ step, apps }: RebuildProgress, { rebuild, run, quantities }: RebuildCommandMessages): string {
  const amount = apps && run.amount(quantities.number(apps.done), quantities.number(apps.total));
  return [rebuild.step[step], amount].filter(Boolean).join(" | ");
}

function newAbout({ file, asked }: RebuildCall, archive: RebuildAbout["archive"]): RebuildAbout {
  const startedAt = new Date();
  return {
    ...{ rebuildId: newRunId(startedAt), startedAt: startedAt.toISOString(), archive, asked },
    ...{ baseUrl: file.baseUrl, managementApp: file.app },
  };
}

function expectSameArchive({ digest }: SoundArchive, earlier: RebuildAbout, { next }: RebuildCommandMessages): void {
  if (earlier.archive.digest === digest) return;
  const { runId } = earlier.archive;
  throw new NothingRestored(next.refused.otherArchive(namedRebuild(earlier), { runId, startedAt: earlier.startedAt }));
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
