import path from "node:path";
import { RESTORE_EXIT } from "../../../command/exit";
import type { RestoreTold } from "../../../command/host";
import type { Matching } from "../../../restore/compare/matching";
import type { RestoreChoices } from "../../../restore/plan/restore-choices";
import type { NotExact } from "../../../restore/plan/why-not-exact";
import type { RestorePlan } from "../../../restore/plan/restore-plan";
import type { RestoreReportLine } from "../../../restore/report/report-line";
import { planRestore } from "../../../restore/restore-app";
import type { RestoreProgress } from "../../../restore/restore-progress";
import {
  type RestoreAsked as Start,
  type RestoreRun,
  runRestore,
  type RestoreWorld,
} from "../../../restore/run-restore";
import { mayStamp } from "../../../restore/write/may-stamp";
import { describeRestore, isOtherwise, MOST_TOLD } from "../../../screens/text/restored/restore-report";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import { describeProgress } from "../../../screens/text/run/outcome-report";
import type { RestoreAccess } from "../../wiring/restoring";
import { newRunId } from "../../wiring/run-options";
import type { SoundArchive } from "../archive-to-compare";
import { operatorOf } from "../run";
import type { AppOfRestore } from "./archived-app";
import { NothingRestored } from "./nothing-restored";
import { planText } from "./plan-text";
import { createReportFile } from "./report-file";
import type { RestoreCall } from "./restore";
import { createRestoreFolder, type RestoreAbout } from "./restore-folder";
import { secureOnNode } from "./safety-backup";
import { undoCommand } from "./undo-command";

/** All that is known when something is to be put back. */
interface RestoreInHand {
  found: AppOfRestore;
  sound: SoundArchive;
  /** Which archive it is, in words. */
  heading: readonly string[];
  choices: RestoreChoices;
  matching: Matching;
  /** A restore that is gone on with. */
  earlier?: RestoreAbout;
}

/** Plans, has nothing stand in the way, restores, and tells. Throws `NothingRestored` where something stands in the way. */
export async function carryOut(inHand: RestoreInHand, call: RestoreCall, access: RestoreAccess): Promise<RestoreTold> {
  const { found, choices, earlier, heading } = inHand;
  const { file, asked, messages } = call;
  const { archived, app, forms } = found;
  const start = earlier?.start ?? (await startOf(inHand, call, access));
  const order = { archived, app, forms, choices };
  const plan = earlier?.plan ?? (await approvedPlan());
  if (asked.dryRun) return dryRun(plan);

  const folder = createRestoreFolder(file.folder, start.restoreId);
  const about = { choices, matching: inHand.matching, baseUrl: file.baseUrl, managementApp: file.app };
  // From now on it is this process that goes on with it.
  if (earlier) await folder.keep(earlier);
  const reportPath = path.join(file.folder, `${start.restoreId}.report.jsonl`);
  const otherwise: RestoreReportLine[] = [];
  const report = (progress: RestoreProgress) => {
    folder.touch();
    call.saying(progress.phase, inWords(progress));
  };
  const restored = await runRestore(
    start,
    { ...order, plan, ...(earlier && { earlier }) },
    {
      ...access,
      ...{ journal: folder.journal, blobOf: folder.blobOf, report, openReport },
      sink: {
        ...access.sink,
        upload: (into, upload) => access.sink.upload(into, upload).finally(() => folder.release(upload.data)),
      },
      keep: (kept) => folder.keep({ ...kept, ...about }),
      planText: (made) => planText(about, made),
      secureApp: async (made) => (asked.secured ? secured(made) : undefined),
    },
  ).catch(async (thrown: unknown) => {
    if (!earlier) await folder.clear();
    throw thrown;
  });
  if ("refused" in restored) throw new NothingRestored(whyNotExact(restored.refused));
  if (restored.historyRecordId !== undefined) await folder.clear();
  return told(restored);

  async function approvedPlan(): Promise<RestorePlan> {
    const putBack = await access.restores.putBack({ archivedAppId: archived.facts.appId, app });
    const report = (records: RestoreProgress["records"]) =>
      call.saying(
        "comparing",
        inWords({ phase: "comparing", requests: access.requests(), ...(records && { records }) }),
      );
    const planned = await planRestore({ ...order, putBack }, { ...access, report });
    expectDeletions(planned.plan);
    return planned.plan;
  }

  /** As the command line says that there are. */
  function expectDeletions({ remove }: RestorePlan): void {
    const { removals } = choices.confirmed;
    const { refused } = messages.restored;
    if (!removals) return;
    if (removals.appName !== found.name) throw new NothingRestored(refused.appName(found.name, removals.appName));
    if (removals.records !== remove.length) {
      throw new NothingRestored(refused.deletions(remove.length, removals.records));
    }
  }

  function dryRun({ add, putBack, remove }: RestorePlan): RestoreTold {
    const numbers = { add: add.length, putBack: putBack.length, remove: remove.length };
    const lines = [...heading, messages.restored.planned(numbers), messages.restored.choice.dryRun];
    return { code: RESTORE_EXIT.asPlanned, report: `${lines.join("\n")}\n` };
  }

  async function openReport(): ReturnType<RestoreWorld["openReport"]> {
    const written = await createReportFile(reportPath);
    otherwise.length = 0;
    return {
      ...written,
      async tell(line) {
        if (otherwise.length < MOST_TOLD && isOtherwise(line)) otherwise.push(line);
        await written.tell(line);
      },
    };
  }

  async function secured(made: RestorePlan) {
    const { facts } = archived;
    const manages = await mayStamp(access.source, app);
    const { pluginVersion, signal, credentials } = call;
    return secureOnNode(
      file,
      credentials,
      {
        app: { ...app, name: found.name },
        plan: made,
        form: forms.present,
        excludedFields: facts.options.excludedFields,
        manages,
      },
      {
        ...{ messages, pluginVersion, signal },
        report: (progress) =>
          call.saying(
            `securing ${progress.phase}`,
            `${messages.restored.phase.securing} | ${describeProgress(messages, progress)}`,
          ),
      },
    );
  }

  function inWords({ phase, records }: RestoreProgress): string {
    const { restored: words, run, quantities } = messages;
    const amount = records && run.amount(quantities.number(records.done), quantities.number(records.total));
    return [words.phase[phase], found.name, amount].filter(Boolean).join(" | ");
  }

  function told({ outcome, historyRecordId, unrecorded, unreported }: RestoreRun): RestoreTold {
    const { restored: words } = messages;
    const undo = undoCommand(outcome, asked.settingsFile);
    const isSecured = outcome.safetyBackup !== undefined;
    const { add, putBack, remove } = outcome.planned;
    const afterwards = [
      ...(isSecured ? [words.safety(outcome.safetyBackup?.runId ?? "")] : []),
      ...(!isSecured && add + putBack + remove > 0 ? [words.noSafety] : []),
      ...(undo === undefined ? [] : [words.undo(undo)]),
      words.report(reportPath),
      ...(unreported ? [words.unreported] : []),
      ...(historyRecordId === undefined ? [] : [words.remembered(historyRecordId)]),
    ];
    const lines = describeRestore(messages, { outcome, otherwise, heading, afterwards });
    const unwritten = unrecorded && `${words.unrecorded}\n${describeProblem(messages, { error: unrecorded })}\n`;
    return {
      code: unrecorded ? RESTORE_EXIT.notAsPlanned : EXIT_OF[outcome.verdict],
      report: `${lines.join("\n")}\n`,
      ...(unwritten !== undefined && { told: unwritten }),
    };
  }

  function whyNotExact(why: NotExact): string {
    return (messages.restored.notExact[why.reason] as (facts: NotExact) => string)(why);
  }
}

const EXIT_OF = {
  ...{ "as-planned": RESTORE_EXIT.asPlanned, explained: RESTORE_EXIT.explained },
  ...{ "not-as-planned": RESTORE_EXIT.notAsPlanned, stopped: RESTORE_EXIT.notAsPlanned },
} as const;

/** Who wants it, and why. Throws `NothingRestored` for an archive that the history does not know, unless that is confirmed. */
async function startOf(
  { found, sound, choices }: RestoreInHand,
  call: RestoreCall,
  access: RestoreAccess,
): Promise<Start> {
  const { asked, credentials, messages } = call;
  const { runId, createdAt } = sound.archive;
  const isTold = await access.restores.isTold({ runId, digest: sound.digest });
  if (!isTold && !choices.confirmed.archiveNotTold && !asked.dryRun) {
    throw new NothingRestored(messages.restored.choice.notTold);
  }
  const startedAt = new Date();
  return {
    ...({ restoreId: newRunId(startedAt), trigger: "headless", reason: asked.reason, startedAt } as const),
    operator: operatorOf(credentials),
    archive: {
      ...{ runId, createdAt: new Date(createdAt), digest: sound.digest, isTold },
      appId: found.archived.facts.appId,
    },
    app: { ...found.app, name: found.name },
  };
}
