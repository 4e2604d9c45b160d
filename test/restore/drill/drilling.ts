import { beforeEach, expect } from "vitest";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { DrillOutcome, DrillScope } from "../../../src/domain/drill-outcome";
import type { Drills, EarlierDrill } from "../../../src/domain/drills";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { domainApps } from "../../../src/kintone/reading/domain-apps";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import type { DrillLine } from "../../../src/restore/drill/drill-line";
import type { DrillProgress } from "../../../src/restore/drill/drill-progress";
import { drillableForm } from "../../../src/restore/drill/drillable-form";
import { foreseenDrill } from "../../../src/restore/drill/foreseen-drill";
import { runDrill } from "../../../src/restore/drill/run-drill";
import type { App } from "../../emulator/domain/app";
import { start } from "../../history/drills/drills";
import { blobOf, type RestorableKintone } from "../archived-app";

export const ALL: DrillScope = { of: "all" };
const words = { name: (app: string) => `[復元訓練] ${app}`, description: (app: string) => `「${app}」の復元訓練用` };

interface Doing {
  scope?: DrillScope;
  /** When the drill comes to a step. */
  at?: Partial<Record<DrillProgress["phase"], (scratch: App) => void | Promise<void>>>;
  signal?: AbortSignal;
  /** The process ends when it would tell of its app, or as soon as it did. */
  killed?: "before-telling" | "when-told";
}

/** Drills in a local kintone whose apps and drills are forgotten before each test. */
export function drillsIn(kintone: RestorableKintone) {
  const { domain } = kintone;
  /** As the history tells of them, the newest first. */
  let earlier: EarlierDrill[] = [];
  beforeEach(() => {
    domain.apps.clear();
    domain.faults.clear();
    earlier = [];
  });

  const targetOf = ({ facts: { appId, appName, guestSpaceId } }: ArchivedTarget) => ({
    ...{ appId, name: appName },
    ...(guestSpaceId && { guestSpaceId }),
  });
  const newestApp = (reading: ReturnType<RestorableKintone["access"]>["reading"]) => async (at?: Date) => {
    const apps = (await domainApps(reading)).filter(({ createdAt }) => !at || new Date(createdAt) <= at);
    return String(Math.max(0, ...apps.map(({ appId }) => Number(appId))));
  };

  async function drill(
    archived: ArchivedTarget,
    { scope = ALL, at = {}, signal = new AbortController().signal, killed }: Doing = {},
  ) {
    const { source, sink, reading, writing, sent } = kintone.access();
    let told: { outcome: DrillOutcome; report: string } | undefined;
    const before = earlier;
    const own: EarlierDrill = { operatorCode: "admin", startedAt: new Date() };
    const drills: Drills = {
      begin: async () => void (earlier = [own, ...before]),
      async report(scratch) {
        if (killed === "before-telling") throw new Error("killed");
        if (scratch) own.scratchAppId = scratch.appId;
        if (scratch && killed) throw new Error("killed");
      },
      async finish(outcome, report) {
        told = { outcome, report: [...report].join("") };
        return "7";
      },
      earlier: async () => before,
      isTold: async () => true,
    };
    // What is done at a step is done before the first request that the step makes.
    let waiting: Promise<void> | undefined;
    const seen = new Set<string>();
    const form = (await drillableForm(archived))!;
    const target = targetOf(archived);
    const run = await runDrill(
      { start: { ...start, target, scope, operator: { code: "admin", name: "管理者" } }, archived, form },
      {
        source: {
          ...source,
          countRecords: async (...of) => {
            await waiting;
            return source.countRecords(...of);
          },
        },
        ...{ sink, drills, words, blobOf, signal, newestApp: newestApp(reading) },
        workshop: createAppWorkshop(writing),
        directory: createRestDirectory(reading),
        pause: async () => undefined,
        requestsAllowed: () => 4,
        requests: () => sent.length,
        clock: { now: () => start.startedAt, seconds: () => performance.now() / 1000 },
        report({ phase }) {
          if (seen.has(phase)) return;
          seen.add(phase);
          const scratch = domain.apps.get(Number(own.scratchAppId));
          waiting = Promise.resolve(at[phase]?.(scratch!));
        },
      },
    );
    expect(run).toMatchObject({ outcome: told?.outcome, historyRecordId: "7" });
    const lines = told!.report
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as DrillLine);
    return { ...run, lines, sent, scratch: domain.apps.get(Number(run.outcome.scratch?.appId)) };
  }

  /** What the next drill would do. */
  async function foresee(archived: ArchivedTarget, scope: DrillScope = ALL, left = 5000) {
    const { source, reading, writing } = kintone.access();
    const drills = { earlier: async () => earlier };
    return foreseenDrill(
      { archived, form: (await drillableForm(archived))!, target: targetOf(archived), scope, operatorCode: "admin" },
      {
        ...{ source, drills, words, workshop: createAppWorkshop(writing), newestApp: newestApp(reading) },
        requestsLeft: async () => ({ left, perAppAndDay: 5000 }),
      },
    );
  }

  return { drill, foresee, remember: (drills: EarlierDrill[]) => void (earlier = drills) };
}

export const different = (lines: readonly DrillLine[]) =>
  lines.flatMap((line) => (line.kind === "record" && line.outcome === "different" ? [line] : []));
