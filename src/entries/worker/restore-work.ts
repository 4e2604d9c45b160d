import { type ArchivedTarget, type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import { compareTarget } from "../../restore/compare/compare-target";
import type { ComparedTarget, RecordFinding } from "../../restore/compare/comparison";
import type { DifferenceLine } from "../../restore/compare/difference-lines";
import { tellingValues } from "../../restore/compare/telling-values";
import { verdictOf } from "../../restore/compare/verdict";
import { whyNotExact } from "../../restore/plan/why-not-exact";
import { type FoundRecord, foundRecord, pageOfFindings, tellOfMissing } from "../../screens/restore/found-records";
import type {
  ComparedApp,
  ComparisonProgress,
  OpenedArchive,
  RestoreWork,
  Watcher,
} from "../../screens/restore/restore-desk";
import { type RestorerMessages, restorerMessagesFor } from "../../screens/text/restore/language";
import { openRestoreConnection } from "./restore-connection";
import { restoreNumbers } from "./restore-numbers";
import type { RestoreVisit } from "./restore-visit";
import { namedVolumes, verifyInBrowser } from "./verify-in-browser";

/** Of so many missing records it is told what they were; more are not looked at one by one. */
const MOST_TOLD = 20_000;

/** What a comparison left: what a screen shows of it, and what a plan is made of. */
interface Compared {
  shown: FoundRecord[];
  findings: RecordFinding[];
}

/** Comparing, in a Worker or on a page alike. Keeps the archive that was opened, and what was found last. */
export function createRestoreWork(visit: RestoreVisit): RestoreWork {
  const messages = restorerMessagesFor(visit.language);
  let archive: OpenArchive | undefined;
  let compared: Compared = { shown: [], findings: [] };
  return {
    async open({ files, runId }, watcher) {
      archive = undefined;
      const check = await verifyInBrowser({ files, ...(runId !== undefined && { runId }) }, watcher);
      const own = files.filter(({ name }) => check.files.some((file) => file.name === name));
      const isSound = check.findings.every(({ code }) => code === "VOLUME_NAME_MISMATCH");
      archive = isSound ? await openArchive(namedVolumes(own)) : undefined;
      return { check, ...(archive && { archive: outline(archive) }) };
    },
    async compare({ folder, bytes }, watcher) {
      const archived = archive?.target(folder);
      if (!archived) throw new BackupError("UNEXPECTED", `${folder} is not in the archive`);
      compared = { shown: [], findings: [] };
      const told = await comparison(archived, bytes, watcher);
      await tellMissing(messages, archived, compared.shown);
      return told;
    },
    findings: async (asked) => pageOfFindings(compared.shown, asked),
    numbers: async (asked) => restoreNumbers(compared.findings, asked),
  };

  async function comparison(archived: ArchivedTarget, bytes: boolean, watcher: Watcher<ComparisonProgress>) {
    const { signal } = watcher;
    const { shown, findings } = compared;
    let progress: ComparisonProgress = { done: 0, total: archived.facts.records.written };
    const report = (news: Partial<ComparisonProgress>) => watcher.report((progress = { ...progress, ...news }));
    const { end, ...reading } = openRestoreConnection(visit, {
      signal,
      onWaiting: ({ waitingFor }) => report({ waitingFor }),
    });
    try {
      const told = await compareTarget(
        archived,
        { bytes },
        {
          ...{ ...reading, signal, report },
          async tell(line) {
            const record = foundRecord(messages, line);
            if (record) shown.push(record);
            const finding = plannable(line);
            if (finding) findings.push(finding);
          },
        },
      );
      return plain(told, archived);
    } finally {
      end();
    }
  }
}

/** As much of a finding as a plan is made of, which is no value. */
function plannable(line: DifferenceLine): RecordFinding | undefined {
  switch (line.kind) {
    case "missing":
      return { kind: line.kind, id: line.id };
    case "newer":
    case "surplus":
      return { kind: line.kind, id: line.id, revision: line.revision };
    case "differs": {
      const { kind, id, present } = line;
      const fields = line.fields.map(({ field, role, ofBytes }) => ({
        ...{ field, role, archived: undefined, present: undefined },
        ...(ofBytes && { ofBytes }),
      }));
      return { kind, id, present, changed: {}, fields };
    }
    default:
      return undefined;
  }
}

async function tellMissing(messages: RestorerMessages, archived: ArchivedTarget, shown: readonly FoundRecord[]) {
  const missing = shown.filter(({ kind }) => kind === "missing").slice(0, MOST_TOLD);
  const byId = new Map(missing.map((record) => [record.id, record]));
  for await (const { id, values } of tellingValues(archived, new Set(byId.keys()))) {
    const record = byId.get(id);
    if (record) tellOfMissing(messages, record, values);
  }
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

function plain(target: ComparedTarget, { facts }: ArchivedTarget): ComparedApp {
  const { found, obstacle } = target;
  const notExact = whyNotExact(facts);
  return {
    verdict: verdictOf([target]),
    ...(found && { comparison: found.comparison }),
    ...(obstacle instanceof BackupError ? { error: plainError(obstacle) } : obstacle && { obstacle }),
    ...(notExact && { notExact }),
  };
}
