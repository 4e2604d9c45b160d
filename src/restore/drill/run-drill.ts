import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { FormFields } from "../../archive/records/kintone-app";
import { stopwatch } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { DrillCounts, DrillOutcome, DrillStart, DrillVerdict } from "../../domain/drill-outcome";
import type { Drills } from "../../domain/drills";
import { createHeartbeat } from "../../domain/heartbeat";
import type { AppRef } from "../../domain/target";
import { compareApp } from "../compare/compare-app";
import { compareForms } from "../compare/compared-forms";
import { toRestoreError } from "../archive-problem";
import { type DrillLine, drilledLine } from "./drill-line";
import type { DrillProgress } from "./drill-progress";
import { drillSample } from "./drill-sample";
import { emptyApp } from "./emptied-app";
import { createDrillJudging } from "./judged-records";
import { preparedScratchApp, type ScratchWorld } from "./prepared-scratch-app";
import { plannedSample, restoredSample, type SampleWorld } from "./restored-sample";

export interface DrillOrder {
  start: DrillStart;
  archived: ArchivedTarget;
  /** The archive's (`drillableForm`). */
  form: FormFields;
}

/** What a drill needs of the world. */
export interface DrillWorld
  extends Omit<SampleWorld, "isTold" | "report">, Omit<ScratchWorld, "found" | "clock" | "pause" | "signal"> {
  drills: Drills;
  report: (progress: DrillProgress) => void;
}

/** What came of a drill, for who waits for it. */
export interface DrillRun {
  outcome: DrillOutcome;
  lines: readonly DrillLine[];
  /** `$id` of its record in the history. */
  historyRecordId?: string;
  /** Why the history does not tell how it ended. */
  unrecorded?: BackupError;
}

/** Members of a count that are worked out in the end. */
const NOTHING_YET: DrillCounts = {
  ...{ archived: 0, expected: 0, restored: 0, identical: 0, explained: 0, different: 0, files: 0 },
};

/**
 * Tries to restore records of one app of an archive, and finds out whether it can be done: they are added to a scratch app by the ordinary restore, read back, and compared
 * with the archive, field by field, and files byte by byte. The app that the archive was made of is neither read nor written. Before anything is made or emptied, the history has the
 * drill, under the lock; whatever comes of it, it gets an end. Rejects only when it could not begin.
 */
export async function runDrill({ start, archived, form }: DrillOrder, world: DrillWorld): Promise<DrillRun> {
  const { drills, source, clock, signal } = world;
  await drills.begin(start);
  const [elapsed, requestsBefore] = [stopwatch(clock), world.requests()];
  const lines: DrillLine[] = [];
  const counts = { ...NOTHING_YET };
  let known: Pick<DrillOutcome, "newestRecord" | "sample"> = { sample: "" };
  let scratch: (AppRef & { name: string }) | undefined;
  const heartbeat = createHeartbeat(clock, { news: () => 0, report: () => drills.report(scratch) });
  const tell = (progress: DrillProgress) => {
    heartbeat.beat();
    world.report(progress);
  };

  const judged = await drilled().catch(toRestoreError);
  const seconds = elapsed();
  const isStopped = judged instanceof BackupError;
  const verdict = isStopped ? "stopped" : judged;
  const fate = scratch && (await fateOf(scratch, verdict));
  const told = scratch && fate && { appId: scratch.appId, name: scratch.name, fate };
  const outcome: DrillOutcome = {
    ...{
      ...start,
      ...known,
      verdict,
      counts,
      seconds,
      finishedAt: clock.now(),
      requests: world.requests() - requestsBefore,
    },
    ...(told && { scratch: told }),
    ...(isStopped && { stopped: judged }),
  };
  lines.push(drilledLine(outcome));
  tell({ phase: "recording" });
  await heartbeat.stop();
  const remembered = await drills.finish(outcome, textOf(lines)).then(
    (historyRecordId) => ({ historyRecordId }),
    (thrown: unknown) => ({ unrecorded: toBackupError(thrown) }),
  );
  return { outcome, lines, ...remembered };

  async function drilled(): Promise<DrillVerdict> {
    const { target } = start;
    tell({ phase: "choosing" });
    const sample = await drillSample(archived, form, start.scope);
    counts.archived = sample.archived;
    counts.expected = sample.ids?.size ?? sample.archived;
    known = { sample: sample.how.join("\n"), ...(sample.newest && { newestRecord: sample.newest }) };
    lines.push({ kind: "sample", how: sample.how, archived: counts.archived, expected: counts.expected });

    tell({ phase: "preparing" });
    const prepared = await preparedScratchApp(
      {
        ...{ archived, form, target, operatorCode: start.operator.code },
        known: await drills.scratchApps(target),
      },
      {
        ...world,
        async found(app) {
          scratch = app;
          lines.push({ kind: "scratch-app", appId: app.appId, name: app.name });
          // So that the next drill finds it, whatever becomes of this one.
          await drills.report(scratch);
        },
      },
    );
    const { app, refused, plainLookups } = prepared;
    lines.push(
      ...plainLookups.map((field): DrillLine => ({ kind: "field", field, instead: "plain-field" })),
      ...refused.map((field): DrillLine => ({ kind: "field", field, instead: "refused" })),
    );

    const forms = await compareForms(archived, app, source, { by: "nothing" });
    if ("reason" in forms) throw new BackupError("UNEXPECTED", `The scratch app cannot be compared: ${forms.reason}`);
    const { drillId: restoreId, archive, ...asked } = start;
    const restoring = {
      asked: { ...asked, restoreId, archive: { ...archive, appId: target.appId }, app },
      ...{ archived, app, forms, ...(sample.ids && { ids: sample.ids }) },
    };
    const parts: SampleWorld = {
      ...world,
      isTold: drills.isTold,
      report: ({ phase, records }) => tell({ phase: "restoring", ...(phase === "writing" && records && { records }) }),
    };
    const planned = await plannedSample(restoring, parts);
    const { plan, choices, gone } = planned;
    lines.push(...gone.map(({ people, code, records }): DrillLine => ({ kind: "gone", people, code, records })));
    const judging = createDrillJudging({ forms, choices, expected: [...(sample.ids ?? plan.add)].sort(byNumber) });
    const ids = await restoredSample(restoring, planned, judging.told, parts).finally(() => {
      counts.restored = judging.restored();
    });

    tell({ phase: "comparing" });
    let files = 0;
    await compareApp(
      { archived, app, forms, putBack: ids, bytes: true },
      {
        source: {
          ...source,
          openFile(...file) {
            files += 1;
            return source.openFile(...file);
          },
        },
        ...{ signal, requestsAllowed: world.requestsAllowed, found: judging.found },
        report: (records) => tell({ phase: "comparing", records }),
      },
    );
    lines.push(...judging.lines());
    Object.assign(counts, judging.counts(), { files });
    if (counts.different > 0) return "failed";
    // Nothing at all proves nothing, and what the form lacks was not tried.
    return counts.explained > 0 || refused.length > 0 || counts.expected === 0 ? "explained" : "passed";
  }

  /** What proved itself is of no more use there; what did not, somebody will want to look at. */
  async function fateOf(app: AppRef, ended: DrillVerdict) {
    if (ended !== "passed" && ended !== "explained") return "kept";
    return emptyApp(app, world).then(
      () => "emptied" as const,
      () => "kept" as const,
    );
  }
}

const byNumber = (one: string, other: string) => Number(one) - Number(other);

function* textOf(lines: readonly DrillLine[]): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}
