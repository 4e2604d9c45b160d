import path from "node:path";
import type { Credentials } from "../../../command/credentials";
import { RESTORE_EXIT } from "../../../command/exit";
import type { RebuildAsked, RestoreTold } from "../../../command/host";
import { toBackupError } from "../../../domain/errors";
import { type RebuildOrder, type Rebuilt, rebuildApps } from "../../../restore/apps/rebuild-apps";
import type { RebuildProgress } from "../../../restore/apps/step";
import { type RebuildCommandMessages, rebuildCommandMessagesFor } from "../../../screens/text/rebuild/command/language";
import { describeRebuilt, describeStopped } from "../../../screens/text/rebuild/rebuild-report";
import { type CommandFile, folderOfArchives } from "../../../settings/command-file";
import { newRunId } from "../../wiring/run-options";
import type { RestoreAccess } from "../../wiring/restoring";
import { describePlanned, peopleInWords, type PlannedApps, plannedApps } from "../../wiring/rebuilding/planned-apps";
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
): Promise<RestoreTold> {
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
async function rebuildFromZips(call: RebuildCall, earlier: RebuildAbout | undefined): Promise<RestoreTold> {
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
    const undecided = peopleInWords(planned.undecided, rebuild);
    const toDecide = undecided.length > 0 ? [next.refused.people(undecided)] : [];
    if (asked.dryRun && !earlier) {
      const lines = [...heading, ...describePlanned(planned, messages, asked), ...toDecide, next.nothing];
      return { code: RESTORE_EXIT.asPlanned, report: text(lines) };
    }
    if (undecided.length > 0) throw new NothingRestored(next.refused.people(undecided));
    const about = earlier ?? newAbout({ ...call, asked }, archive);
    return carryOut(planned, about, { call, access, heading, sound, isTold: isOwnDomain });
  });
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
): Promise<RestoreTold> {
  const { file, messages } = around.call;
  const folder = createRebuildFolder(file.folder, about.rebuildId);
  // From now on it is this process that makes them.
  await folder.keep(about);
  const records = recordsOnNode({ ...around, about, folder, replaced });
  const order: RebuildOrder = { rebuildId: markable(about.rebuildId), apps, choices };
  try {
    const rebuilt = await rebuildApps(order, worldOf(folder, records, around));
    const reportPath = path.join(file.folder, `${about.rebuildId}.rebuild.jsonl`);
    await writeRebuildReport(reportPath, rebuilt);
    await folder.clear();
    return told(rebuilt, reportPath, about, records, around);
  } catch (thrown) {
    return {
      code: RESTORE_EXIT.notAsPlanned,
      told: text([...describeStopped(messages, toBackupError(thrown)), ...records.lines()]),
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
    blobOf: async (entry) => new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).blob(),
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
): RestoreTold {
  const { messages } = call;
  const afterwards = [
    ...records.lines(),
    ...(asked.withoutRecords ? [messages.rebuild.recordsNotAsked] : []),
    messages.next.report(reportPath),
  ];
  const code = rebuilt.told.length === 0 && records.isAsArchived() ? RESTORE_EXIT.asPlanned : RESTORE_EXIT.explained;
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

/** The end of the id is what no other one has; a name has no room for all of it. */
const markable = (rebuildId: string): string => rebuildId.slice(rebuildId.indexOf("-") + 1);

function expectSameArchive({ digest }: SoundArchive, earlier: RebuildAbout, { next }: RebuildCommandMessages): void {
  if (earlier.archive.digest === digest) return;
  const { runId } = earlier.archive;
  throw new NothingRestored(next.refused.otherArchive(namedRebuild(earlier), { runId, startedAt: earlier.startedAt }));
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
