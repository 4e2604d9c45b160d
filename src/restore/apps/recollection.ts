import type { MadeBefore } from "./making/make-apps";
import type { AppRef } from "../../domain/target";
import type { RebuildJournal, RecordsEnd } from "./rebuild-journal";
import type { RebuildStep } from "./step";
import type { Told } from "./told";
import type { ToDo } from "./to-do";

/** What earlier attempts have done and found. */
interface Recollection extends MadeBefore {
  isResumed: boolean;
  done: ReadonlySet<RebuildStep>;
  records?: RecordsEnd;
  closing: ReadonlySet<string>;
  finished: ReadonlySet<string>;
  told: readonly Told[];
  toDos: readonly ToDo[];
}

export async function recollect(journal: Pick<RebuildJournal, "lines">): Promise<Recollection> {
  const made = new Map<string, AppRef>();
  const done = new Set<RebuildStep>();
  const [closing, finished] = [new Set<string>(), new Set<string>()];
  const [told, toDos] = [[] as Told[], [] as ToDo[]];
  let unanswered: MadeBefore["unanswered"];
  let records: RecordsEnd | undefined;
  let isResumed = false;
  for await (const line of journal.lines()) {
    isResumed = true;
    if (line.kind === "making") unanswered = line;
    if (line.kind === "made") {
      made.set(line.folder, line.app);
      unanswered = undefined;
    }
    if (line.kind === "records") records = line;
    if (line.kind === "closing") closing.add(line.folder);
    if (line.kind === "done") done.add(line.step);
    if (line.kind === "finished") finished.add(line.folder);
    if (line.kind === "done" || line.kind === "finished") {
      told.push(...line.told);
      toDos.push(...line.toDos);
    }
  }
  return {
    isResumed,
    made,
    done,
    closing,
    finished,
    told,
    toDos,
    ...(unanswered && { unanswered }),
    ...(records && { records }),
  };
}
