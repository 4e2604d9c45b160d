import { MANIFEST_PATH } from "../../src/archive/manifest/manifest-entry";
import { DEFAULT_VOLUME_LIMITS } from "../../src/archive/volumes/volume-limits";
import { readZip } from "../../src/archive/zip/zip-reader";
import { runBackup } from "../../src/backup/run";
import type { RunOptions, RunParts } from "../../src/backup/run-context";
import type { RunProgress } from "../../src/backup/run-progress";
import type { OutgoingVolume } from "../../src/domain/destination";
import type { RunOutcome } from "../../src/domain/outcome";
import type { Source } from "../../src/domain/source";
import type { Target } from "../../src/domain/target";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { expectValidManifest } from "../archive/manifest/manifest-schema";
import { freeNames } from "../contracts/free-names";
import { onePlace } from "../contracts/one-place";

/** What a run did to the world around it. */
export interface ScriptedRun {
  outcome: RunOutcome;
  delivered: OutgoingVolume[];
  history: { begun: boolean; finished: RunOutcome | undefined; log: string };
  progress: RunProgress[];
  /** Path to content, of all delivered volumes. */
  contents: Map<string, string>;
}

const STARTED_AT = new Date("2026-11-20T03:00:00Z");

/** Runs the engine over a source, with everything else harmless unless `changes` says otherwise. */
export async function runOver(
  source: Source,
  targets: Target[],
  changes: Partial<RunParts> & { options?: Partial<RunOptions> } = {},
): Promise<ScriptedRun> {
  const delivered: OutgoingVolume[] = [];
  const history: ScriptedRun["history"] = { begun: false, finished: undefined, log: "" };
  const progress: RunProgress[] = [];
  let now = STARTED_AT.getTime();
  const { options, ...parts } = changes;
  const outcome = await runBackup(
    { runId: "run-1", trigger: "headless", operator: { code: "sato", name: "Sato" }, startedAt: STARTED_AT },
    {
      filePrefix: "backup",
      timeZone: "Asia/Tokyo",
      volumeLimits: DEFAULT_VOLUME_LIMITS,
      requestsAtOnce: 3,
      requestLimits: { perAppAndDay: 5000, overBudget: "stop" },
      ...options,
    },
    {
      source,
      targets: {
        enabled: async () => targets,
        news: async () => ({ lost: [], rules: [] }),
        recordResults: async () => undefined,
      },
      history: {
        async begin() {
          history.begun = true;
        },
        report: async () => undefined,
        async finish(finished, log) {
          Object.assign(history, { finished, log: [...log].join("") });
          return "1";
        },
      },
      workspace: createMemoryWorkspace(),
      places: onePlace({
        ...{ kind: "folder", ...freeNames },
        async deliver(volume) {
          delivered.push(volume);
          return {};
        },
      }),
      clock: { now: () => new Date((now += 100)) },
      signal: new AbortController().signal,
      report: (seen) => void progress.push(seen),
      readme: (facts) => `${facts.targets.map(({ folder }) => folder).join(" ")} ${facts.moreVolumes}\n`,
      describe: (event) => `${event.kind} ${"problem" in event ? event.problem.error.code : ""}`,
      requests: () => 7,
      requestsOf: () => 3,
      requestsToday: () => 3,
      today: () => "2026-11-20",
      ...parts,
    },
  );
  return { outcome, delivered, history, progress, contents: await contentsOf(delivered) };
}

async function contentsOf(volumes: readonly OutgoingVolume[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const { file } of volumes) {
    for (const entry of (await readZip(file)).entries) {
      const text = await new Response(entry.open() as ReadableStream<Uint8Array<ArrayBuffer>>).text();
      if (entry.path === MANIFEST_PATH) expectValidManifest(JSON.parse(text));
      contents.set(entry.path, text);
    }
  }
  return contents;
}

/** A target that includes everything. */
export function target(appId: string, changes: Partial<Target> = {}): Target {
  return {
    recordId: `90${appId}`,
    appId,
    appName: `App ${appId}`,
    query: "",
    include: { records: true, attachments: true, comments: true, settings: true, administration: true },
    excludedFields: [],
    includedIdentifiers: [],
    acceptedGaps: [],
    ...changes,
  };
}
