import { compareForms } from "../../src/restore/compare/compared-forms";
import type { QueryContext } from "../../src/query/context";
import type { RestoreChoices } from "../../src/restore/plan/restore-choices";
import type { RestorePlan } from "../../src/restore/plan/restore-plan";
import { restoreApp } from "../../src/restore/restore-app";
import type { RecordResult } from "../../src/restore/write/record-result";
import type { Target } from "../../src/domain/target";
import { blobOf, type RestorableKintone } from "./archived-app";
import { EVERYTHING, memoryJournal } from "./write/restore";

interface Changes {
  /** Of an attempt that began before. */
  plan?: RestorePlan;
  choices?: RestoreChoices;
  userCode?: string;
  secure?: () => Promise<void>;
  target?: Partial<Target>;
  damage?: () => void | Promise<void>;
  asking?: QueryContext;
  putBack?: ReadonlyMap<string, string>;
  putBackNow?: () => Promise<ReadonlyMap<string, string>>;
}

/** Backs an app up, lets something happen to it, and restores it. */
export async function restoredApp(kintone: RestorableKintone, appId: number, changes: Changes = {}) {
  const { choices = EVERYTHING, plan, putBack, putBackNow, userCode, secure, target, damage, asking } = changes;
  const archived = await kintone.archive(appId, target);
  await damage?.();
  const { source, sink, sent } = kintone.access(userCode);
  const app = { appId: String(appId) };
  const forms = await compareForms(archived, app, source);
  if ("reason" in forms) throw new Error(forms.reason);
  const results: RecordResult[] = [];
  const steps: string[] = [];
  sent.length = 0;
  const outcome = await restoreApp(
    {
      ...{ archived, app, forms, choices, stamps: true },
      ...(plan && { plan }),
      ...(putBack && { putBack }),
      ...(asking && { asking }),
    },
    {
      ...{ source, sink, journal: memoryJournal(), signal: new AbortController().signal, pause: async () => undefined },
      ...{ requestsAllowed: () => 4, report: () => undefined },
      keep: async () => void steps.push("kept"),
      secure: secure ?? (async () => void steps.push("secured")),
      ...{ blobOf, ...(putBackNow && { putBackNow }) },
      result: (result) => void results.push(result),
    },
  );
  const isRead = ({ method, path }: { method: string; path: string }) => method === "GET" || path === "file.json";
  return { outcome, results, steps, writes: sent.filter((request) => !isRead(request)) };
}
