import type { Clock } from "../domain/clock";
import { stopwatch } from "../domain/clock";
import { BackupError, toBackupError } from "../domain/errors";
import { createHeartbeat, type Heartbeat } from "../domain/heartbeat";
import type { RestoreOutcome, RestoreStart } from "../domain/restore-outcome";
import type { Restores } from "../domain/restores";
import { toRestoreError } from "./archive-problem";
import type { NotExact } from "./plan/why-not-exact";
import type { RestorePlan } from "./plan/restore-plan";
import { sum } from "./no-records";
import { createPlanReport, type RestoreReport } from "./report/plan-report";
import { type AppRestore, type AppRestoreOrder, type AppRestoreParts, restoreApp } from "./restore-app";
import type { ReportRestoreProgress, RestoreProgress } from "./restore-progress";
import type { Deviation } from "./verify/restore-verdict";
import { createBooking } from "./write/booking";
import { mayStamp } from "./write/may-stamp";

/** Who wants what restored, and why. How much it is and what secures it, the restore finds out. */
export type RestoreAsked = Omit<RestoreStart, "planned" | "safetyBackup">;

/** What another attempt goes on with, beside the journal. */
export interface KeptRestore {
  start: RestoreStart;
  plan: RestorePlan;
}

export interface RestoreOrder extends Omit<AppRestoreOrder, "putBack" | "stamps"> {
  /** The plan that people were shown: exactly this is done. When absent, it is made now, by comparing. */
  plan?: RestorePlan;
  /** What an earlier attempt kept: neither is planned again, nor is the app secured once more. */
  earlier?: KeptRestore;
}

/** What a restore needs of the world. */
export interface RestoreWorld extends Omit<AppRestoreParts, "keep" | "secure" | "result" | "report" | "lookingFor"> {
  restores: Restores;
  /**
   * Backs the app up as it is now, and reads that back. Rejects when the way back would not be whole; resolves to nothing when people chose to have
   * none.
   */
  secureApp: (plan: RestorePlan) => Promise<RestoreStart["safetyBackup"]>;
  /** Keeps it beside the journal. Rejects when it is not on the disk: then nothing must be written. */
  keep: (kept: KeptRestore) => Promise<void>;
  /** What was decided and planned, as people can read it again (`restore-plan.json`). */
  planText: (plan: RestorePlan) => string;
  /** A new one, for this attempt: what earlier ones wrote is told again. */
  openReport: () => Promise<RestoreReport>;
  clock: Clock;
  /** API requests so far. */
  requests: () => number;
  report: ReportRestoreProgress;
}

/** What came of a restore, for who waits for it. */
export interface RestoreRun {
  outcome: RestoreOutcome;
  plan: RestorePlan;
  deviations: readonly Deviation[];
  /** `$id` of its record in the history. */
  historyRecordId?: string;
  /** Why the history does not tell how it ended: another attempt can go on, and tell it. */
  unrecorded?: BackupError;
  /** Why the report lacks lines. */
  unreported?: BackupError;
}

/**
 * A restore of one app's records, as the screen and the command line both start it: it is planned, the app is secured, and before the first change
 * the history has it, under the lock; then it is written, verified, and remembered with what became of every record. With what an earlier attempt kept,
 * and its journal, it goes on where that one was.
 *
 * Rejects only when nothing was written and no record says otherwise, or when its record cannot be taken up again. Whatever goes wrong later is in the outcome.
 */
export async function runRestore(
  asked: RestoreAsked,
  { earlier, ...order }: RestoreOrder,
  world: RestoreWorld,
): Promise<RestoreRun | { refused: NotExact }> {
  const { restores, source, clock } = world;
  const elapsed = stopwatch(clock);
  let begun: Begun | undefined;
  const { book, written: soFar, ended } = createBooking(async (result) => begun?.report.result(result));
  const { counts } = soFar;
  let plan = earlier?.plan ?? order.plan;
  const tell = (phase: RestoreProgress["phase"], more: Pick<RestoreProgress, "records" | "lookedFor"> = {}) => {
    begun?.heartbeat.beat();
    world.report({ phase, requests: world.requests(), lookedFor: undefined, ...more });
  };
  const reached = () => ({ records: { done: sum(counts), total: sum(begun?.start.planned ?? {}) } });

  // Its record says that it is under way: whatever happens from now on, it gets an end.
  if (earlier) begun = await begin(earlier.plan);
  tell("comparing");
  const restored = await restoreNow().catch((thrown: unknown) => {
    if (!begun) throw thrown;
    return brokenOff(begun, toRestoreError(thrown));
  });
  if ("refused" in restored) return restored;
  begun ??= await begin(restored.plan);
  return end(begun, restored);

  async function restoreNow(): ReturnType<typeof restoreApp> {
    const putBackNow = () => restores.putBack({ archivedAppId: asked.archive.appId, app: order.app });
    const [putBack, stamps] = await Promise.all([putBackNow(), mayStamp(source, order.app)]);
    return restoreApp(
      { ...order, ...(plan && { plan }), putBack, stamps },
      {
        ...world,
        report: (records) => tell(begun ? "verifying" : "comparing", { records }),
        async keep(made) {
          plan = made;
        },
        async secure() {
          if (plan) begun ??= await begin(plan);
          if (plan) await expectAllTold(plan);
        },
        async result(result) {
          await book([result]);
          tell("writing", reached());
        },
        lookingFor(lost) {
          const until = lost && new Date(clock.now().getTime() + lost.seconds * 1000);
          tell("writing", { ...reached(), ...(until && { lookedFor: { records: lost.records, until } }) });
        },
        putBackNow,
        explained: async (finding) => begun?.report.explained(finding),
        // While files go to and fro, nothing else is a sign of life.
        async blobOf(entry) {
          begun?.heartbeat.beat();
          return world.blobOf(entry);
        },
      },
    );
  }

  async function begin(made: RestorePlan): Promise<Begun> {
    const start = earlier?.start ?? { ...asked, planned: numbersOf(made), ...(await secured(made)) };
    if (!earlier) await world.keep({ start, plan: made });
    const report = createPlanReport(made, await world.openReport());
    await restores.begin(start, world.planText(made));
    const heartbeat = createHeartbeat(clock, { news: () => sum(counts), report: () => restores.report(counts) });
    return { start, report, heartbeat };
  }

  /** Whoever decided knew of none that was broken off since: what it added must not be added again. */
  async function expectAllTold({ add }: RestorePlan): Promise<void> {
    if (add.length === 0 || order.choices.confirmed.untold || earlier) return;
    const [other] = await restores.untold(order.app);
    if (!other) return;
    const { operator, startedAt: since, restoreId } = other;
    throw new BackupError("ANOTHER_RUN", `${restoreId} was broken off`, { facts: { operator, since, restores: true } });
  }

  /** Where nothing is to be written, there is nothing to go back from. */
  async function secured(made: RestorePlan): Promise<Pick<RestoreStart, "safetyBackup">> {
    if (sum(numbersOf(made)) === 0) return {};
    tell("securing");
    const safetyBackup = await world.secureApp(made);
    return safetyBackup ? { safetyBackup } : {};
  }

  /** What was written until then, by earlier attempts too, is told all the same, and nothing is vouched for. */
  async function brokenOff({ start }: Begun, stopped: BackupError): Promise<AppRestore> {
    const written = await ended(world.journal, stopped).catch(() => ({ ...soFar, stopped }));
    const notReached = sum(start.planned) - sum(counts);
    return { plan: plan ?? NOTHING, written, verdict: "stopped", deviations: [], notReached };
  }

  async function end({ start, report, heartbeat }: Begun, { written, ...judged }: AppRestore): Promise<RestoreRun> {
    const { verdict, deviations, notReached } = judged;
    const outcome: RestoreOutcome = {
      ...{ ...start, verdict, finishedAt: clock.now(), seconds: elapsed(), counts: written.counts, notReached },
      ...{ deviations: deviations.length, requests: world.requests() },
      ...(written.stopped && { stopped: written.stopped }),
    };
    const unreported = await report.end(outcome, deviations);
    tell("recording");
    await heartbeat.stop();
    const remembered = await restores.finish(outcome, { report: report.texts(), ids: written.newIds }).then(
      (historyRecordId) => ({ historyRecordId }),
      (thrown: unknown) => ({ unrecorded: toBackupError(thrown) }),
    );
    return { outcome, plan: judged.plan, deviations, ...remembered, ...(unreported && { unreported }) };
  }
}

const NOTHING: RestorePlan = { add: [], putBack: [], remove: [] };

/** What there is from the moment on when things may be changed. */
interface Begun {
  start: RestoreStart;
  report: ReturnType<typeof createPlanReport>;
  heartbeat: Heartbeat;
}

const numbersOf = ({ add, putBack, remove }: RestorePlan): RestoreStart["planned"] => ({
  ...{ add: add.length, putBack: putBack.length, remove: remove.length },
});
