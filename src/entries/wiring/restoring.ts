import type { AppWorkshop } from "../../domain/app-workshop";
import type { Waiting } from "../../domain/progress";
import type { RecordStore } from "../../domain/record-store";
import { createRequestBudget } from "../../domain/request-budget";
import type { RequestCount } from "../../domain/requests";
import type { Restores } from "../../domain/restores";
import type { ComparisonOutcome } from "../../domain/restore-outcome";
import { recordChange, type RecordedChange } from "../../history/changes/settings-changes";
import type { Disposals } from "../../domain/disposals";
import type { KeptArchive } from "../../domain/kept-archives";
import { createDisposals } from "../../history/disposals/disposal-records";
import { keptArchives } from "../../history/runs/kept-archives";
import type { Drills } from "../../domain/drills";
import { createDrills } from "../../history/drills/drill-records";
import { usedRequests } from "../../history/runs/used-requests";
import { recordComparison } from "../../history/restores/compared";
import { createRestores, type RestoresOptions } from "../../history/restores/restore-records";
import { pause } from "../../kintone/connection/pause";
import { createRestDirectory } from "../../kintone/reading/rest-directory";
import { createRestRecordRights } from "../../kintone/reading/rest-record-rights";
import { domainApps } from "../../kintone/reading/domain-apps";
import { createAppWorkshop } from "../../kintone/settings/app-workshop";
import { createRecordStore } from "../../kintone/writing/record-store";
import { createRestSink } from "../../kintone/writing/rest-sink";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import type { PreflightParts } from "../../restore/preflight/check-restore";
import type { RestoreWorld } from "../../restore/run-restore";
import type { Settings } from "../../settings/settings";
import { kintoneOf, type Surroundings } from "./kintone-of";
import { requestLimits } from "./run-options";

interface RestoreSurroundings extends Omit<Surroundings, "copyAnswer"> {
  waiting: (waiting: Waiting) => void;
}

/** What comparing and restoring need of kintone, wherever they run. */
export type RestoreAccess = Pick<
  RestoreWorld,
  "source" | "sink" | "restores" | "requestsAllowed" | "requests" | "pause" | "clock" | "signal"
> &
  Pick<PreflightParts, "directory" | "rights"> & {
    drills: Drills;
    disposals: Disposals;
    /** The archives of all runs, as the history tells of them. */
    keptArchives: () => Promise<KeptArchive[]>;
    workshop: AppWorkshop;
    /** What is left of an app's requests today; nothing when nobody knows. */
    requestsLeft: (appId: string) => Promise<PreflightParts["day"]>;
    /** The greatest id of an app that the user sees: of all, or of those that were there at a moment. */
    newestApp: (at?: Date) => Promise<string>;
    /** As `recordComparison` of the history. */
    recordComparison: (outcome: ComparisonOutcome, differences: Iterable<string>) => Promise<string>;
    /** Where settings of apps are changed. */
    /** As `recordChange` of the history. */
    recordChange: (change: Omit<RecordedChange, "at" | "pluginVersion">) => Promise<void>;
  };

/** Reading as polite as a run, writing on a connection that breaks off nothing that is under way. */
export function createRestoreAccess(around: RestoreSurroundings): RestoreAccess {
  const { app, settings, serverClock, signal } = around;
  const { asking, reading, writing, store, ...kintone } = kintoneOf(around, around.waiting);
  const { source, clock, requestsAllowed } = kintone;
  const remembering: RestoresOptions = {
    clock: serverClock,
    pluginVersion: around.pluginVersion,
    describe: (problem) => describeProblem(around.messages, problem),
  };
  // What is only read ends with the signal.
  const { putBack, untold } = createRestores(createRecordStore(asking, app), remembering);
  const restores: Restores = { ...createRestores(store, remembering), putBack, untold };
  return {
    ...{ source, sink: createRestSink(writing, asking), restores },
    workshop: createAppWorkshop(writing),
    async newestApp(at) {
      const apps = (await domainApps(reading)).filter(({ createdAt }) => !at || new Date(createdAt) <= at);
      return String(Math.max(0, ...apps.map(({ appId }) => Number(appId))));
    },
    requestsLeft: (appId) =>
      requestsLeft(store, settings, kintone.counts, appId, serverClock.now()).catch(() => undefined),
    drills: createDrills(store, remembering),
    disposals: createDisposals(store, remembering),
    keptArchives: () => keptArchives(store),
    recordComparison: (outcome, differences) => recordComparison(store, outcome, differences, remembering),
    recordChange: (change) =>
      recordChange(store, { ...change, at: serverClock.now(), pluginVersion: around.pluginVersion }),
    directory: createRestDirectory(reading),
    rights: createRestRecordRights(reading),
    ...{ requestsAllowed, requests: kintone.counts.requests, signal, clock },
    pause: (seconds) => pause(seconds * 1000, signal),
  };
}

async function requestsLeft(
  store: RecordStore,
  settings: Settings,
  made: Pick<RequestCount, "today" | "requestsToday">,
  appId: string,
  now: Date,
) {
  const limits = requestLimits(settings);
  const { left } = createRequestBudget(limits, await usedRequests(store, now), made);
  return { left: left(appId), perAppAndDay: limits.perAppAndDay };
}
