import path from "node:path";
import type { Done } from "../../../command/checked";
import type { NotExact } from "../../../restore/plan/why-not-exact";
import { type PlanFile, wrongPlan } from "../../../restore/plan/plan-file";
import type { RestorePlan } from "../../../restore/plan/restore-plan";
import type { RestoreReportLine } from "../../../restore/report/report-line";
import type { RestoreProgress } from "../../../restore/restore-progress";
import { runRestore, type RestoreWorld } from "../../../restore/run-restore";
import { mayStamp } from "../../../restore/write/may-stamp";
import { describeWrongPlan } from "../../../screens/text/restore/plan-file/plan-file-sentences";
import { isOtherwise, MOST_TOLD } from "../../../screens/text/restored/restore-report";
import { planText } from "../../wiring/plan-text";
import type { RestoreAccess } from "../../wiring/restoring";
import { NothingRestored } from "./nothing-restored";
import { checkedPlan, toldObstacles } from "./checked-plan";
import { writePlan } from "./plan-files";
import { createReportFile } from "./report-file";
import type { RestoreCall } from "./restore-call";
import { createRestoreFolder } from "./restore-folder";
import { secureOnNode } from "./safety-backup";
import type { RestoreInHand } from "./restore-in-hand";
import { startOf } from "./start";
import { toldRestore } from "./told-restore";

/** Plans, looks whether anything stands in the way, restores, and tells. */
export async function carryOut(inHand: RestoreInHand, call: RestoreCall, access: RestoreAccess): Promise<Done> {
  const { found, choices, earlier, heading, decided } = inHand;
  const { file, asked, messages } = call;
  const { archived, app, forms } = found;
  const start = earlier?.start ?? (await startOf(inHand, call, access));
  const { now = new Date().toISOString(), timeZone = file.settings.timeZone } = decided?.asking ?? {};
  // What LOGINUSER() meant when it was decided, it means for whoever carries it out, too.
  const loginUser = decided?.asking?.loginUser ?? start.operator.code;
  const asking = { now: new Date(now), timeZone, ...(loginUser && { loginUser }) };
  const order = { archived, app, forms, choices, asking };
  const putBack = await access.restores.putBack({ archivedAppId: archived.facts.appId, app });
  const checked = earlier ? undefined : await checkedPlan(inHand, { ...order, putBack }, call, access);
  const about = { choices, matching: inHand.matching, baseUrl: file.baseUrl, managementApp: file.app };
  if (checked && asked.writePlan !== undefined) {
    const whole = checked.isInTheWay ? undefined : checked.plan;
    await writePlan(asked.writePlan, planText(start, { ...about, asking }, whole));
  }
  if (decided && checked) expectPlanned(decided, checked.plan);
  if (checked && (asked.dryRun || checked.isInTheWay)) return toldObstacles(checked, heading, call);
  const plan = earlier?.plan ?? checked?.plan;

  const folder = createRestoreFolder(file.folder, start.restoreId);
  // From now on it is this process that goes on with it.
  if (earlier) await folder.keep(earlier);
  const reportPath = path.join(file.folder, `${start.restoreId}.report.jsonl`);
  const otherwise: RestoreReportLine[] = [];
  const report = (progress: RestoreProgress) => {
    folder.touch();
    call.saying(progress.lookedFor ? "looking" : progress.phase, inWords(progress));
  };
  const restored = await runRestore(
    start,
    { ...order, ...(plan && { plan }), ...(earlier && { earlier }) },
    {
      ...access,
      ...{ journal: folder.journal, blobOf: folder.blobOf, report, openReport },
      sink: {
        ...access.sink,
        upload: (into, upload) => access.sink.upload(into, upload).finally(() => folder.release(upload.data)),
      },
      keep: (kept) => folder.keep({ ...kept, ...about }),
      planText: (made) => planText(start, { ...about, asking }, made),
      secureApp: async (made) => (asked.secured ? secured(made) : undefined),
    },
  ).catch(async (thrown: unknown) => {
    if (!earlier) await folder.clear();
    throw thrown;
  });
  if ("refused" in restored) throw new NothingRestored(whyNotExact(restored.refused));
  if (restored.historyRecordId !== undefined) await folder.clear();
  return toldRestore(restored, { heading, otherwise, reportPath, toldBefore: checked?.lines ?? [] }, call);

  /** Exactly what was shown is done. */
  function expectPlanned(planned: PlanFile, made: RestorePlan): void {
    const { archive } = start;
    const atHand = { archive, archivedApp: archive.appId, app: { ...app, baseUrl: file.baseUrl }, plan: made };
    const wrong = wrongPlan(planned, atHand);
    if (wrong) throw new NothingRestored(describeWrongPlan(messages.preflight.planFile, wrong));
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
    return secureOnNode(call, {
      ...{ app: { ...app, name: found.name }, plan: made, form: forms.present },
      excludedFields: facts.options.excludedFields,
      manages: await mayStamp(access.source, app),
    });
  }

  function inWords({ phase, records, lookedFor }: RestoreProgress): string {
    const { restored: words, run, quantities } = messages;
    if (lookedFor) {
      const { title, note } = words.lookedFor;
      return [title(lookedFor.records), found.name, note(quantities.moment(lookedFor.until) ?? "")].join(" | ");
    }
    const amount = records && run.amount(quantities.number(records.done), quantities.number(records.total));
    return [words.phase[phase], found.name, amount].filter(Boolean).join(" | ");
  }

  function whyNotExact(why: NotExact): string {
    return (messages.restored.notExact[why.reason] as (facts: NotExact) => string)(why);
  }
}
