import { type ArchivedTarget, type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import type { QueryContext } from "../../query/context";
import { identityOf } from "../../restore/compare/app-identity";
import { compareForms } from "../../restore/compare/compared-forms";
import type { RecordFinding } from "../../restore/compare/comparison";
import { BY_ID, keyFields } from "../../restore/compare/matching";
import { verdictOf } from "../../restore/compare/verdict";
import { attachmentFields } from "../../restore/plan/chosen-forms";
import { chosenRecords } from "../../restore/plan/chosen-records";
import { NOTHING_DECIDED, type RestoreChoices } from "../../restore/plan/restore-choices";
import { createPlanning, type RestorePlan } from "../../restore/plan/restore-plan";
import { whyNotExact } from "../../restore/plan/why-not-exact";
import { checkRestore } from "../../restore/preflight/check-restore";
import { asksForComparing } from "../../restore/preflight/way";
import { createFindings } from "../../screens/restore/findings";
import type {
  CheckedRestore,
  ComparedApp,
  OpenedArchive,
  OtherApp,
  RestoreOrdered,
  RestoreWork,
  Watcher,
} from "../../screens/restore/restore-desk";
import { restoredMessagesFor } from "../../screens/text/restored/language";
import { describeConditionProblem } from "../../screens/text/restore/condition/condition-problem";
import { restorePreflightMessagesFor } from "../../screens/text/restore/preflight/language";
import { lackingLines } from "../../screens/text/restored/lacking-lines";
import { newRunId } from "../wiring/run-options";
import type { RestoreAccess } from "../wiring/restoring";
import { NotSecured } from "../wiring/safety-backup";
import { lookAtCapabilities } from "../../workspace/capabilities";
import { type Compared, compareByChoices, type Target } from "./comparing";
import { askedIn, everythingBy, toldPlan } from "./decided-plan";
import { toldObstacle } from "./told-obstacle";
import { recordedAnew } from "./recorded-anew";
import { withRestoreAccess } from "./restore-access";
import { restoreNumbers } from "./restore-numbers";
import type { RestoreVisit } from "./restore-visit";
import { type RestoreInHand, restoreInBrowser } from "./restoring";
import { toldRestore } from "./told-restore";
import { namedVolumes, verifyInBrowser } from "./verify-in-browser";

/** What a first comparison goes by: everything that could be done. */
const EVERYTHING: RestoreChoices = { ...NOTHING_DECIDED, addMissing: true, putBack: true };

/**
 * Comparing and restoring, in a Worker or on a page alike; restoring only where a journal can be kept. Keeps the archive that was opened, what was found last,
 * which records of that are ticked, and the plan that was checked last.
 */
export function createRestoreWork(visit: RestoreVisit): RestoreWork {
  const messages = restorePreflightMessagesFor(visit.language);
  const whileRestoring = restoredMessagesFor(visit.language);
  let archive: OpenArchive | undefined;
  let archived: ArchivedTarget | undefined;
  /** What it is compared with, and put back into. */
  let target: Target | undefined;
  let compared: Compared | undefined;
  const ticked = new Set<string>();
  let checked: { choices: RestoreChoices; plan: RestorePlan; asking: QueryContext; appName: string } | undefined;

  return {
    async keepsJournals() {
      const capabilities = await lookAtCapabilities();
      return capabilities.kind === "usable" && capabilities.resumes;
    },
    async open({ files, runId }, watcher) {
      archive = undefined;
      const check = await verifyInBrowser({ files, ...(runId !== undefined && { runId }) }, watcher);
      const own = files.filter(({ name }) => check.files.some((file) => file.name === name));
      const isSound = check.findings.every(({ code }) => code === "VOLUME_NAME_MISMATCH");
      archive = isSound ? await openArchive(namedVolumes(own)) : undefined;
      return { check, ...(archive && { archive: outline(archive) }) };
    },
    async compare({ folder, into, bytes, decided }, watcher) {
      archived = targetIn(archive, folder);
      const own = archived;
      const place = (target = targetOf(own, into));
      const choices = { ...(decided ? everythingBy(decided) : EVERYTHING), ...(bytes && { bytes }) };
      return withAccess(watcher, async (access) => {
        const found = await compareByChoices(own, place, choices, messages, access, watcher.report);
        const told = { app: { appId: own.facts.appId, appName: own.facts.appName } };
        if (found instanceof BackupError) return { verdict: "unable", error: plainError(found) };
        if ("reason" in found) return { verdict: "unable", obstacle: found };
        compared = found;
        ticked.clear();
        const { comparison } = found;
        const notExact = whyNotExact(own.facts, place.matching);
        const verdict = verdictOf([{ ...told, found: { comparison, examples: NO_EXAMPLES } }]);
        return {
          ...{ verdict, comparison, attachmentFields: attachmentFields(found.forms) },
          ...(notExact && { notExact }),
          ...(bytes && { bytes }),
        } satisfies ComparedApp;
      });
    },
    async record(wish, watcher) {
      if (!archive || !archived || !compared) throw new BackupError("UNEXPECTED", "Nothing was compared");
      const about = { archive, archived, bytes: compared.choices.bytes ?? false, operator: visit.operator };
      return withAccess(watcher, (access) => recordedAnew(about, wish, access, watcher.report));
    },
    keys: ({ folder, app }) =>
      withAccess({ signal: new AbortController().signal, report: () => undefined }, async ({ source }) => {
        const forms = await compareForms(targetIn(archive, folder), app, source, { by: "nothing" });
        return "reason" in forms ? forms : { keys: keyFields(forms.archived, forms.present, forms.fields) };
      }),
    findings: async (asked) => shown().page(asked),
    tick: async (asked) => shown().tick(asked),
    async numbers({ fields, onlyTicked, ...asked }) {
      const selection = selectionOf({ ...asked, remove: "surplus-and-newer" }, onlyTicked);
      const { ids, problems } = await recordsBy(selection, askedNow());
      return {
        ...restoreNumbers(
          compared?.findings ?? [],
          { ...(selection && { selection }), ...(fields && { fields }) },
          ids,
        ),
        ...(ids && { chosen: ids.size }),
        problems: problems.map((problem) => describeConditionProblem(messages.preflight.condition, problem)),
      };
    },
    check: (asked, watcher) => withAccess(watcher, (access) => checkedPlan(asked, access, watcher)),
    restore: (asked, watcher) =>
      withAccess(watcher, async (access) => carryOut(await inHand(asked, access), access, watcher)),
    goOn({ kept }, watcher) {
      const { start, plan, choices, matching } = kept;
      const listed = archive?.targets.find(({ appId }) => appId === start.archive.appId);
      const own = (archived = targetIn(archive, listed?.folder ?? ""));
      return withAccess(watcher, async (access) => {
        const forms = await compareForms(own, start.app, access.source, matching);
        if ("reason" in forms) throw new BackupError("UNEXPECTED", forms.reason);
        return carryOut({ start, plan, choices, forms, archived: own, earlier: { start, plan } }, access, watcher);
      });
    },
  };

  function withAccess<Progress extends object, Result>(
    { signal, report }: Watcher<Progress>,
    work: (access: RestoreAccess) => Promise<Result>,
  ): Promise<Result> {
    const waiting = ({ waitingFor }: { waitingFor?: unknown }) => report({ waitingFor } as unknown as Progress);
    return withRestoreAccess(visit, { signal, waiting }, work);
  }

  function shown() {
    return createFindings(compared?.shown ?? [], ticked);
  }

  /** With those that are ticked, but for records of the app alone that stay: the archive would be asked for them. */
  function selectionOf({ selection, remove }: Pick<RestoreChoices, "selection" | "remove">, onlyTicked: boolean) {
    if (!onlyTicked) return selection;
    const stays = ({ kind }: RecordFinding) =>
      kind === "newer" ? remove !== "surplus-and-newer" : kind === "surplus" && !remove;
    const staying = new Set(compared?.findings.filter(stays).map(({ id }) => id));
    return { ...selection, ids: [...ticked].filter((id) => !staying.has(id)) };
  }

  function askedNow(): QueryContext {
    return { now: new Date(), timeZone: visit.settings.timeZone, loginUser: visit.operator.code };
  }

  /** None, where it cannot be told which records are meant. */
  async function recordsBy(selection: RestoreChoices["selection"], asking: QueryContext) {
    if (!archived || !compared) throw new BackupError("UNEXPECTED", "Nothing was compared");
    const { ids, problems } = await chosenRecords(archived, compared.forms.archived, selection, asking);
    return { ids: problems.length > 0 ? new Set<string>() : ids, problems };
  }

  /** The plan by these choices, and all that stands in its way. */
  async function checkedPlan(
    { choices: wished, onlyTicked, archive: told, decided }: RestoreOrdered,
    access: RestoreAccess,
    watcher: Watcher<{ done: number; total: number }>,
  ): Promise<CheckedRestore> {
    if (!archived || !target || !compared) throw new BackupError("UNEXPECTED", "Nothing was compared");
    const selection = selectionOf(wished, onlyTicked);
    const choices: RestoreChoices = {
      ...{ ...wished, ...(selection && { selection }) },
      // What people were shown to differ by its bytes only is put back, too.
      ...(compared.choices.bytes && { bytes: true }),
    };
    if (asksForComparing(compared.choices, choices)) {
      const anew = await compareByChoices(archived, target, choices, messages, access, watcher.report);
      if (anew instanceof BackupError) throw anew;
      if ("reason" in anew) throw new BackupError("UNEXPECTED", anew.reason);
      compared = anew;
    }
    const { forms, comparison, findings } = compared;
    const asking = askedIn(decided, choices) ?? askedNow();
    const { ids } = await recordsBy(choices.selection, asking);
    const planning = createPlanning(choices, ids);
    for (const finding of findings) planning.take(finding);
    const plan = planning.plan();
    const { app } = target;
    const { name: appName } = identityOf(await access.source.readSetting(app, "app"));
    const order = { archived, archive: told, app, appName, forms, choices, plan, comparison, asking };
    const day = await access.requestsLeft(app.appId);
    const obstacles = await checkRestore(order, { ...access, ...(day && { day }) });
    checked = { choices, plan, asking, appName };
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

  /** Exactly what was checked. */
  async function inHand({ reason, archive: told }: RestoreOrdered, access: RestoreAccess): Promise<RestoreInHand> {
    if (!archive || !archived || !target || !compared || !checked)
      throw new BackupError("UNEXPECTED", "Nothing was checked");
    const startedAt = new Date();
    const { runId, createdAt } = archive;
    const { choices, plan, asking, appName } = checked;
    return {
      start: {
        ...{ restoreId: newRunId(startedAt), startedAt, operator: visit.operator, trigger: "button", reason },
        archive: {
          ...{ runId, createdAt: new Date(createdAt), digest: told.digest, appId: archived.facts.appId },
          isTold: await access.restores.isTold(told),
        },
        app: { ...target.app, name: appName },
      },
      ...{ archived, choices, plan, asking, forms: compared.forms },
    };
  }

  async function carryOut(
    wanted: RestoreInHand,
    access: RestoreAccess,
    { report, handOver = () => undefined }: Parameters<RestoreWork["restore"]>[1],
  ) {
    try {
      const host = { visit, messages: whileRestoring, access, report, handOver };
      return toldRestore(whileRestoring, await restoreInBrowser(wanted, host), visit.baseUrl);
    } catch (thrown) {
      if (thrown instanceof NotSecured) return { lacking: lackingLines(whileRestoring, thrown.outcome) };
      throw thrown;
    }
  }
}

const NO_EXAMPLES = { missing: [], differs: [], explained: [], newer: [], surplus: [], unread: [] };

function targetIn(archive: OpenArchive | undefined, folder: string): ArchivedTarget {
  const archived = archive?.target(folder);
  if (!archived) throw new BackupError("UNEXPECTED", `${folder} is not in the archive`);
  return archived;
}

/** The app that the archive was made of, unless somebody named another one. */
function targetOf({ facts: { appId, guestSpaceId } }: ArchivedTarget, into: OtherApp | undefined): Target {
  if (!into) return { app: { appId, ...(guestSpaceId && { guestSpaceId }) }, matching: BY_ID };
  const { app, key } = into;
  return { app, matching: key === undefined ? { by: "nothing" } : { by: "key", field: key } };
}

function outline({ runId, createdAt, targets }: OpenArchive): OpenedArchive {
  return {
    ...{ runId, createdAt },
    apps: targets.map(({ folder, appId, guestSpaceId, appName, records, attachments }) => ({
      ...{ folder, app: { appId, ...(guestSpaceId && { guestSpaceId }) }, name: appName },
      ...{ records: records.written, attachments: attachments.written },
    })),
  };
}
