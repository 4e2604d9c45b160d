import type { RunParts } from "../../backup/run-context";
import type { ReportRunProgress, RunProgress } from "../../backup/run-progress";
import { usedRequests } from "../../history/runs/used-requests";
import { createHistory } from "../../history/runs/run-records";
import { createTargets } from "../../history/targets/targets";
import type { Waiting } from "../../domain/progress";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRestDomain } from "../../kintone/reading/rest-domain";
import { writeReadme } from "../../screens/text/readme/readme-text";
import { describeLogEvent } from "../../screens/text/run/log-sentence";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { kintoneOf, type Surroundings } from "./kintone-of";
import { domainWish } from "./run-options";

interface RunSurroundings extends Surroundings {
  report: ReportRunProgress;
}

/** Before the run tells of anything, its connection may have to wait. */
const NOTHING_YET: RunProgress = {
  phase: "starting",
  ...{ records: { done: 0 }, attachments: { done: 0 }, bytes: { done: 0 }, requests: { done: 0 } },
};

/** What the connection alone knows is added to the last thing that the run told: that it waits, and its pace. */
function reportWithConnection(report: ReportRunProgress, requestsAtOnce: () => number) {
  let latest = NOTHING_YET;
  let waiting: Waiting = {};
  let hear: (waiting: Waiting) => void = () => undefined;
  const tell = () => report({ ...latest, requestsAtOnce: requestsAtOnce(), ...waiting });
  return {
    report(progress: RunProgress) {
      latest = progress;
      tell();
    },
    wait(now: Waiting) {
      waiting = now;
      tell();
      hear(now);
    },
    onWaiting(whoHears: (waiting: Waiting) => void) {
      hear = whoHears;
    },
  };
}

/** What a run needs of the world, but for where it works and where its volumes go: that differs from place to place. */
export function createRunParts(around: RunSurroundings): Omit<RunParts, "workspace" | "places"> {
  const { app, messages, pluginVersion, serverClock, settings, signal } = around;
  const { report, wait, onWaiting } = reportWithConnection(around.report, () => requestsAllowed());
  const { source, clock, store, reading, requestsAllowed, counts } = kintoneOf(around, wait);
  const wish = domainWish(settings);
  return {
    ...{ source, clock, ...counts, signal, report, onWaiting },
    ...(wish && { domain: { ...wish, source: createRestDomain(reading) } }),
    targets: createTargets(store, createAppsOfRule(reading, app.appId)),
    history: createHistory(store, {
      clock: serverClock,
      pluginVersion,
      describe: (problem) => describeProblem(messages, problem),
    }),
    usedRequests: () => usedRequests(store, serverClock.now()),
    describe: (event) => describeLogEvent(messages, event),
    readme: (facts) => writeReadme(messages.locale, facts),
  };
}
