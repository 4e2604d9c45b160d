import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import { compareApp } from "../../../src/restore/compare/compare-app";
import { compareForms } from "../../../src/restore/compare/compared-forms";
import type { Matching } from "../../../src/restore/compare/matching";
import type { RecordFinding } from "../../../src/restore/compare/comparison";
import { NOTHING_DECIDED, type RestoreChoices } from "../../../src/restore/plan/restore-choices";
import { createPlanning, type RestorePlan } from "../../../src/restore/plan/restore-plan";
import type { RecordResult } from "../../../src/restore/write/record-result";
import type { RestoreJournal, RestoreLine } from "../../../src/restore/write/restore-journal";
import { type RestoreParts, restoreRecords } from "../../../src/restore/write/restore-records";
import { blobOf, type RestorableKintone } from "../archived-app";

/** A journal in memory, which lives on when an attempt ends. */
export function memoryJournal(): RestoreJournal & { noted: RestoreLine[] } {
  const noted: RestoreLine[] = [];
  return {
    noted,
    async *lines() {
      yield* [...noted];
    },
    async note(line) {
      noted.push(structuredClone(line));
    },
  };
}

export const EVERYTHING: RestoreChoices = { ...NOTHING_DECIDED, addMissing: true, putBack: true };

interface Attempt {
  choices?: RestoreChoices;
  /** Into which app, where it is another. */
  into?: { appId: string; matching: Matching };
  /** By earlier restores. */
  putBack?: ReadonlyMap<string, string>;
  journal?: RestoreJournal;
  /** The plan of an earlier attempt. */
  plan?: RestorePlan;
  userCode?: string;
  stamps?: boolean;
  /** Called when the plan is made, before anything is written. */
  planned?: () => void | Promise<void>;
  parts?: Partial<RestoreParts>;
}

/** Compares, plans, writes, and compares again. */
export async function restore(kintone: RestorableKintone, archived: ArchivedTarget, attempt: Attempt = {}) {
  const { choices = EVERYTHING, journal = memoryJournal(), userCode, stamps = true } = attempt;
  const { source, sink, sent } = kintone.access(userCode);
  const app = { appId: attempt.into?.appId ?? archived.facts.appId };
  const { signal } = new AbortController();
  const forms = await compareForms(archived, app, source, attempt.into?.matching);
  if ("reason" in forms) throw new Error(forms.reason);

  async function compared(putBack = attempt.putBack) {
    const findings: RecordFinding[] = [];
    if ("reason" in forms) throw new Error(forms.reason);
    const order = { archived, app, forms, ...(putBack && { putBack }) };
    const found = (finding: RecordFinding) => void findings.push(finding);
    const world = { source, signal, requestsAllowed: () => 4, report: () => undefined, found };
    return { findings, counts: (await compareApp(order, world)).counts };
  }

  const planning = createPlanning(choices);
  if (!attempt.plan) for (const finding of (await compared()).findings) planning.take(finding);
  const plan = attempt.plan ?? planning.plan();
  await attempt.planned?.();
  sent.length = 0;
  const results: RecordResult[] = [];
  const written = await restoreRecords(
    { archived, app, forms, choices, stamps, plan },
    {
      ...{ source, sink, journal, signal, pause: async () => undefined },
      requestsAllowed: () => 4,
      blobOf,
      result: (result) => void results.push(result),
      ...attempt.parts,
    },
  );
  const requests = [...sent];
  const { findings: left, counts } = await compared(new Map([...(attempt.putBack ?? []), ...written.newIds]));
  return { plan, written, results, requests, left, counts };
}
