import { BackupError } from "../../domain/errors";
import { identityOf } from "../../restore/compare/app-identity";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import { createPlanning } from "../../restore/plan/restore-plan";
import { checkRestore } from "../../restore/preflight/check-restore";
import { asksForComparing } from "../../restore/preflight/way";
import type { CheckedRestore, RestoreOrdered } from "../../screens/restore/restore-desk";
import type { PreflightMessages } from "../../screens/text/restore/preflight/language";
import type { RestoreAccess } from "../wiring/restoring";
import { type AtHand, type ComparedAtHand, comparedIn } from "./at-hand";
import { compareByChoices } from "./comparing";
import { askedIn, toldPlan } from "./decided-plan";
import { askedNow, recordsBy, selectionOf } from "./meant-records";
import type { RestoreVisit } from "./restore-visit";
import { toldObstacle } from "./told-obstacle";

interface CheckHost {
  visit: RestoreVisit;
  messages: PreflightMessages;
  access: RestoreAccess;
  report: (progress: { done: number; total: number }) => void;
}

/** The plan by these choices, and all that stands in its way. From then on, that plan is what can be carried out. */
export async function checkedRestore(
  atHand: AtHand,
  { choices: wished, onlyTicked, archive: told, decided }: RestoreOrdered,
  host: CheckHost,
): Promise<CheckedRestore> {
  const { visit, messages, access } = host;
  const selection = selectionOf(atHand, wished, onlyTicked);
  const choices: RestoreChoices = {
    ...{ ...wished, ...(selection && { selection }) },
    // What people were shown to differ by its bytes only is put back, too.
    ...(comparedIn(atHand).choices.bytes && { bytes: true }),
  };
  const compared = (atHand.compared = await comparedFor(choices, comparedIn(atHand), host));
  const { archived, target, forms, comparison, findings } = compared;
  const asking = askedIn(decided, choices) ?? askedNow(visit);
  const { ids } = await recordsBy(compared, choices.selection, asking);
  const planning = createPlanning(choices, ids);
  for (const finding of findings) planning.take(finding);
  const plan = planning.plan();
  const { app } = target;
  const { name: appName } = identityOf(await access.source.readSetting(app, "app"));
  const order = { archived, archive: told, app, appName, forms, choices, plan, comparison, asking };
  const day = await access.requestsLeft(app.appId);
  const obstacles = await checkRestore(order, { ...access, ...(day && { day }) });
  atHand.checked = { choices, plan, asking, appName };
  return {
    ...toldPlan(
      { ...order, archive: { ...told, appId: archived.facts.appId }, app: { ...app, name: appName }, obstacles },
      decided,
      visit.baseUrl,
      messages,
    ),
    numbers: { add: plan.add.length, putBack: plan.putBack.length, remove: plan.remove.length },
    obstacles: obstacles.map((obstacle) => toldObstacle(messages, obstacle)),
  };
}

/** The last comparison, or another one where these choices ask for it. */
async function comparedFor(
  choices: RestoreChoices,
  compared: ComparedAtHand,
  { messages, access, report }: CheckHost,
): Promise<ComparedAtHand> {
  if (!asksForComparing(compared.choices, choices)) return compared;
  const anew = await compareByChoices(compared.archived, compared.target, choices, messages, access, report);
  if (anew instanceof BackupError) throw anew;
  if ("reason" in anew) throw new BackupError("UNEXPECTED", anew.reason);
  return { ...compared, ...anew };
}
