import type { BackupError } from "../../domain/errors";
import type { Waiting } from "../../domain/progress";
import { compareForms } from "../../restore/compare/compared-forms";
import { keyFields } from "../../restore/compare/matching";
import type { ForeseenDrill } from "../../restore/drill/foreseen-drill";
import { createFindings } from "../../screens/restore/findings";
import type { BrokenRestore, Watcher } from "../../screens/restore/restore-desk";
import { drillingMessagesFor } from "../../screens/text/drilling/language";
import { describeObstacle } from "../../screens/text/restore/comparison-lines";
import { restorePreflightMessagesFor } from "../../screens/text/restore/preflight/language";
import { restoredMessagesFor } from "../../screens/text/restored/language";
import { lackingLines } from "../../screens/text/restored/lacking-lines";
import { lookAtCapabilities } from "../../workspace/capabilities";
import type { RestoreAccess } from "../wiring/restoring";
import { NotSecured } from "../wiring/safety-backup";
import type { ArchiveWork } from "./archive-work";
import { archivedIn, type AtHand, comparedIn } from "./at-hand";
import { checkedRestore } from "./checked-restore";
import { comparedApp } from "./compared-app";
import { discardInBrowser } from "./discarded-restore";
import { drillInBrowser, foreseenInBrowser } from "./drilling";
import { askedNow } from "./meant-records";
import { openZips, outlined } from "./opened-zips";
import { recordedAnew } from "./recorded-anew";
import { withRestoreAccess } from "./restore-access";
import { restoreOfChecked, restoreOfKept } from "./restore-in-hand";
import { fieldPutBack, offeredField } from "./put-back-field";
import { restoreNumbers } from "./restore-numbers";
import type { RestoreVisit } from "./restore-visit";
import { type RestoreInHand, restoreInBrowser } from "./restoring";
import { toldRestore } from "./told-restore";
import { toldSettings } from "./told-settings";

/** Comparing, restoring and drilling, in a Worker or on a page alike; restoring only where a journal can be kept. */
export function createArchiveWork(visit: RestoreVisit): ArchiveWork {
  const messages = restorePreflightMessagesFor(visit.language);
  const whileRestoring = restoredMessagesFor(visit.language);
  const atHand: AtHand = { ticked: new Set() };
  const fieldHost = { messages, ...visit };
  const drilling = { visit, messages: drillingMessagesFor(visit.language) };
  const found = () => createFindings(atHand.compared?.shown ?? [], atHand.ticked);

  return {
    async keepsJournals() {
      const capabilities = await lookAtCapabilities();
      return capabilities.kind === "usable" && capabilities.resumes;
    },
    async open(zips, watcher) {
      atHand.archive = undefined;
      const { check, archive } = await openZips(zips, watcher);
      atHand.archive = archive;
      return { check, ...(archive && { archive: outlined(archive) }) };
    },
    async compare({ folder, ...wish }, watcher) {
      const order = { ...archivedIn(atHand, folder), ...wish };
      return withAccess(watcher, async (access) => {
        const compared = await comparedApp(order, messages, access, watcher.report);
        atHand.compared = compared.atHand;
        atHand.checked = undefined;
        atHand.ticked.clear();
        return compared.told;
      });
    },
    async record(wish, watcher) {
      const { archive, archived, choices } = comparedIn(atHand);
      const about = { archive, archived, bytes: choices.bytes ?? false, operator: visit.operator };
      return withAccess(watcher, (access) => recordedAnew(about, wish, access, watcher.report));
    },
    compareSettings: ({ folder, into }, watcher) =>
      withAccess(watcher, ({ source }) => {
        const { archived } = archivedIn(atHand, folder);
        return toldSettings({ archived, ...(into && { into: into.app }) }, source, { messages, ...visit });
      }),
    offerField: ({ folder, field }, watcher) =>
      withAccess(watcher, (access) => offeredField({ ...archivedIn(atHand, folder), field }, access, fieldHost)),
    addField: ({ folder, field }, watcher) =>
      withAccess(watcher, (access) => fieldPutBack({ ...archivedIn(atHand, folder), field }, access, fieldHost)),
    keys: ({ folder, app }) =>
      withAccess(UNWATCHED, async ({ source }) => {
        const forms = await compareForms(archivedIn(atHand, folder).archived, app, source, { by: "nothing" });
        return "reason" in forms ? forms : { keys: keyFields(forms.archived, forms.present, forms.fields) };
      }),
    findings: async (asked) => found().page(asked),
    tick: async (asked) => found().tick(asked),
    numbers: (asked) => restoreNumbers(atHand, asked, askedNow(visit), messages),
    check: (ordered, watcher) =>
      withAccess(watcher, (access) =>
        checkedRestore(atHand, ordered, { visit, messages, access, report: watcher.report }),
      ),
    restore: (ordered, watcher) =>
      withAccess(watcher, async (access) =>
        carryOut(await restoreOfChecked(atHand, ordered, visit, access), access, watcher),
      ),
    goOn({ kept }, watcher) {
      const listed = atHand.archive?.targets.find(({ appId }) => appId === kept.start.archive.appId);
      const { archived } = archivedIn(atHand, listed?.folder ?? "");
      return withAccess(watcher, async (access) => {
        const inHand = await restoreOfKept(kept, archived, access);
        if ("reason" in inHand) return { why: describeObstacle(messages, inHand) };
        if ("over" in inHand) return givenUp(kept, access, inHand.over);
        return carryOut(inHand, access, watcher);
      });
    },
    foreseeDrills: ({ folders, scope }, watcher) =>
      withAccess(watcher, async (access) => {
        const foreseen: Array<ForeseenDrill | undefined> = [];
        for (const folder of folders) {
          watcher.report({ done: foreseen.length });
          access.signal.throwIfAborted();
          foreseen.push(await foreseenInBrowser(archivedIn(atHand, folder).archived, scope, { ...drilling, access }));
        }
        return foreseen;
      }),
    drill: (ordered, watcher) =>
      withAccess(watcher, (access) =>
        drillInBrowser(archivedIn(atHand, ordered.folder), ordered, { ...drilling, access, report: watcher.report }),
      ),
  };

  function withAccess<Progress extends object, Result>(
    { signal, report }: Watcher<Progress>,
    work: (access: RestoreAccess) => Promise<Result>,
  ): Promise<Result> {
    const waiting = ({ waitingFor }: Waiting) => report({ waitingFor } as unknown as Progress);
    return withRestoreAccess(visit, { signal, waiting }, work);
  }

  /** What it had written is told, and in the history; there is no way back into an app that is gone. */
  async function givenUp(kept: BrokenRestore, access: RestoreAccess, why: BackupError) {
    const { outcome, historyRecordId, lines } = await discardInBrowser(
      kept,
      { ...access, baseUrl: visit.baseUrl },
      why,
    );
    const run = { outcome, plan: kept.plan, deviations: [], historyRecordId };
    const { undo: _gone, safetyRunId: _too, ...told } = toldRestore(whileRestoring, { run, lines }, visit.baseUrl);
    return told;
  }

  async function carryOut(
    wanted: RestoreInHand,
    access: RestoreAccess,
    { report, handOver = () => undefined }: Parameters<ArchiveWork["restore"]>[1],
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

/** Of what nobody can cancel. */
const UNWATCHED: Watcher<object> = { signal: new AbortController().signal, report: () => undefined };
