import pathOf from "node:path";
import type { ArchivedTarget } from "../../../archive/reading/open-archive";
import type { FormFields } from "../../../archive/records/kintone-app";
import type { DrillAsked } from "../../../command/host";
import type { DrillStart } from "../../../domain/drill-outcome";
import type { DrillLine } from "../../../restore/drill/drill-line";
import type { DrillProgress } from "../../../restore/drill/drill-progress";
import { type DrillRun, runDrill } from "../../../restore/drill/run-drill";
import type { DrillCommandMessages } from "../../../screens/text/drill/command/language";
import type { CommandFile } from "../../../settings/command-file";
import type { RestoreAccess } from "../../wiring/restoring";
import { drillStart } from "../../wiring/drill-start";
import { newRunId } from "../../wiring/run-options";
import type { SoundArchive } from "../archive-to-compare";
import { createLinesFile } from "../lines-file";
import { createRestoreFolder } from "../restoring/restore-folder";

/** Who drills which archive, and who watches. */
export interface DrillCall {
  file: CommandFile;
  asked: DrillAsked;
  messages: DrillCommandMessages;
  operator: DrillStart["operator"];
  signal: AbortSignal;
  saying: (phase: string, said: string) => void;
  sound: SoundArchive;
  access: RestoreAccess;
}

/** Drills one app, and writes the report beside the archives. */
export async function drillApp(
  drilled: { archived: ArchivedTarget; form: FormFields },
  call: DrillCall,
): Promise<{ run: DrillRun; path: string }> {
  const { file, asked, messages, access, sound, operator } = call;
  const startedAt = new Date();
  const drillId = newRunId(startedAt);
  const { sample, seed = drillId, reason } = asked;
  const start = await drillStart(
    {
      ...{ drillId, trigger: "headless", operator, startedAt, reason, archived: drilled.archived },
      ...{ archive: sound.archive, digest: sound.digest },
      scope: sample === undefined ? { of: "all" } : { of: "sample", random: sample, seed },
    },
    access.drills,
  );
  const folder = createRestoreFolder(file.folder, drillId);
  try {
    const run = await runDrill(
      { ...drilled, start },
      {
        ...access,
        blobOf: folder.blobOf,
        sink: {
          ...access.sink,
          upload: (into, upload) => access.sink.upload(into, upload).finally(() => folder.release(upload.data)),
        },
        words: messages.drill.scratch,
        report: (progress) => call.saying(progress.phase, inWords(progress, start.target.name, messages)),
      },
    );
    const path = pathOf.join(file.folder, `${drillId}.drill.jsonl`);
    await writeLines(path, run.lines);
    return { run, path };
  } finally {
    await folder.clear();
  }
}

async function writeLines(path: string, lines: readonly DrillLine[]): Promise<void> {
  const { tell, close } = await createLinesFile<DrillLine>(path, "written-anew");
  for (const line of lines) await tell(line);
  await close();
}

function inWords(
  { phase, records }: DrillProgress,
  name: string,
  { drill, run, quantities }: DrillCommandMessages,
): string {
  const amount = records && run.amount(quantities.number(records.done), quantities.number(records.total));
  return [drill.phase[phase], name, amount].filter(Boolean).join(" | ");
}
