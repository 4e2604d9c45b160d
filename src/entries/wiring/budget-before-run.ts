import { foreseenRequests } from "../../backup/estimate/foreseen-requests";
import { inOrder } from "../../domain/in-order";
import { type Excess, createRequestBudget } from "../../domain/request-budget";
import { type Course, dayOf } from "../../domain/requests";
import { generalOf } from "../../domain/settings/known-settings";
import type { Source } from "../../domain/source";
import type { AppRef, Target } from "../../domain/target";
import { usedRequests } from "../../history/runs/used-requests";
import { pastResults } from "../../history/targets/past-results";
import { createTargets } from "../../history/targets/targets";
import type { Connection } from "../../kintone/connection/connection";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRestSource } from "../../kintone/reading/rest-source";
import { createRecordStore } from "../../kintone/writing/record-store";
import type { Settings } from "../../settings/settings";
import { requestLimits } from "./run-options";
import { unlessTooLate } from "./unless-too-late";

interface BeforeRun {
  /** Signed in, without patience: what cannot be known at once is not known. */
  connection: Connection;
  /** The backup-management app. */
  app: AppRef;
  userCode: string;
  settings: Settings;
  course: Course | undefined;
}

/**
 * Compares what the enabled targets will take with what is left of the day's requests. Resolves to nothing when that suffices, and when
 * it cannot be known: the run itself then keeps to what is left. Never rejects.
 */
export function foreseeExcess(before: BeforeRun): Promise<Excess | undefined> {
  return unlessTooLate(compare(before));
}

async function compare({ connection, app, userCode, settings, course }: BeforeRun): Promise<Excess | undefined> {
  const store = createRecordStore(connection, app);
  const source = createRestSource(connection, { userCode });
  const now = new Date();
  const [used, targets, past] = await Promise.all([
    usedRequests(store, now),
    createTargets(store, createAppsOfRule(connection, app.appId)).enabled(),
    pastResults(store),
  ]);
  const limits = requestLimits(settings, course && { course });
  const budget = createRequestBudget(limits, used, { today: () => dayOf(now), requestsToday: () => 0 });
  const look = async (target: Target) => {
    const { appId, appName } = target;
    const left = budget.left(appId);
    const requests = appId ? await requestsFor(target, left, source, past(target)?.attachments ?? 0) : 0;
    return { appId, appName, requests, left };
  };
  const apps: Excess["apps"] = [];
  for await (const seen of inOrder(targets, settings.requestsAtOnce, look)) {
    if (seen.requests > seen.left) apps.push(seen);
  }
  const excess = ({ requests, left }: Excess["apps"][number]) => requests - left;
  apps.sort((a, b) => excess(b) - excess(a));
  return apps.length > 0 ? { perAppAndDay: limits.perAppAndDay, apps } : undefined;
}

/** An app that cannot be looked at tells why when its turn comes. */
async function requestsFor(target: Target, left: number, source: Source, attachments: number): Promise<number> {
  const { include, query } = target;
  if (!include.records) return 0;
  try {
    const records = await source.countRecords(target, { query });
    const requests = foreseenRequests(target, records, source) + attachments;
    if (requests <= left || !include.comments) return requests;
    const { commentsEnabled } = generalOf(await source.readSetting(target, "app/settings"));
    return commentsEnabled ? requests : requests - records;
  } catch {
    return 0;
  }
}
