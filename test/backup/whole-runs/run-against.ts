import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, expect } from "vitest";
import type { DomainPart } from "../../../src/archive/domain-lists";
import type { Manifest, TargetFacts } from "../../../src/archive/manifest/manifest";
import { readJsonLines } from "../../../src/archive/records/json-lines";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { DEFAULT_VOLUME_LIMITS } from "../../../src/archive/volumes/volume-limits";
import { readZip } from "../../../src/archive/zip/zip-reader";
import { runBackup } from "../../../src/backup/run";
import type { RunOptions, RunParts } from "../../../src/backup/run-context";
import type { OutgoingVolume } from "../../../src/domain/destination";
import { defaultBudget } from "../../../src/domain/request-budget";
import type { RunOutcome } from "../../../src/domain/outcome";
import type { Target } from "../../../src/domain/target";
import type { AnswerLimits } from "../../../src/kintone/connection/answer-body";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import type { SilenceLimits } from "../../../src/kintone/connection/timed";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import { createRestDomain } from "../../../src/kintone/reading/rest-domain";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { writeReadme } from "../../../src/screens/text/readme/readme-text";
import { en } from "../../../src/screens/text/run/en";
import { describeLogEvent } from "../../../src/screens/text/run/log-sentence";
import { createMemoryWorkspace } from "../../../src/workspace/memory";
import { expectValidManifest } from "../../archive/manifest/manifest-schema";
import { numberedTexts } from "../../archive/numbered-texts";
import { createDomain, type Domain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { freeNames } from "../../contracts/free-names";
import { type SeenRequest, listening } from "./listening";
import { onePlace } from "../../contracts/one-place";

/** What a run did, with its archive unpacked. */
export interface FinishedRun {
  outcome: RunOutcome;
  log: string;
  volumes: OutgoingVolume[];
  /** Path to content, of all volumes in one tree. The manifest is that of the last one. */
  contents: Map<string, Uint8Array>;
  manifest: Manifest;
  text(path: string): string;
  /** Of all of the target's files of records. */
  records(folder: string): Promise<KintoneRecord[]>;
  facts(folder: string): TargetFacts;
  /** Codes of everything that went wrong, of targets and of the run. */
  problems: string[];
}

export interface RunChanges extends Partial<
  Pick<RunParts, "workspace" | "journal" | "places" | "encrypt" | "previous" | "signal" | "usedRequests">
> {
  options?: Partial<RunOptions>;
  /** What to back up beside the apps; nothing unless given. */
  domain?: readonly DomainPart[];
  spacesLeftOut?: readonly string[];
  silence?: Partial<SilenceLimits>;
  /** kintone's time. */
  now?: () => Date;
  report?: RunParts["report"];
  answerLimits?: AnswerLimits;
  /** Called before each volume is delivered. */
  delivering?: () => Promise<void>;
  /** Whose eyes read; "admin" unless given. */
  as?: { username: string } | { apiTokens: string[] };
  /** Called before each request is sent; what it does to the domain is done before kintone answers. */
  before?: (request: SeenRequest) => void | Promise<void>;
  /** Puts other words into kintone's mouth: gets the body of a JSON answer and returns the one that arrives. */
  answer?: (request: SeenRequest, body: string) => string;
}

/** A local kintone for the tests of one file, and runs of the whole engine over HTTP against it. */
export interface BackedUpKintone {
  domain: Domain;
  /** Its address, when it is started. */
  readonly url: string;
  /** The official client, as "admin", who sees everything. */
  witness: (guestSpaceId?: string) => KintoneRestAPIClient;
  backUp(targets: Target[], changes?: RunChanges): Promise<FinishedRun>;
}

const PASSWORD = "kintone";

/**
 * Its people are "admin", and "sato", who manages no app.
 *
 * @param now the clock of the domain
 */
export function backedUpKintone(now?: () => Date): BackedUpKintone {
  const domain = createDomain({ ...(now && { now }) });
  domain.people.addUser({ code: "admin", name: "管理者", password: PASSWORD, systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: PASSWORD });
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());
  return {
    domain,
    get url() {
      return emulator.url;
    },
    witness: (guestSpaceId) =>
      new KintoneRestAPIClient({
        baseUrl: emulator.url,
        auth: { username: "admin", password: PASSWORD },
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      }),
    backUp: (targets, changes) => runAgainst(emulator.url, targets, changes),
  };
}

/** Backs up the targets over HTTP. Whatever volumes come out of it, they are sound: every test checks that. */
async function runAgainst(url: string, targets: Target[], changes: RunChanges = {}): Promise<FinishedRun> {
  const run = await runUnopened(url, targets, changes);
  return { ...run, ...(await opened(run.volumes, run.outcome)) };
}

/** The same without a look into the volumes, which may be larger than memory. */
export async function runUnopened(
  url: string,
  targets: Target[],
  changes: RunChanges = {},
): Promise<Pick<FinishedRun, "outcome" | "log" | "volumes">> {
  const {
    options,
    domain,
    spacesLeftOut = [],
    as = { username: "admin" },
    before,
    answer,
    delivering,
    silence,
    now,
    answerLimits,
    ...parts
  } = changes;
  const signal = parts.signal ?? new AbortController().signal;
  const access = {
    ...{ baseUrl: url, userAgent: "test", fetch: listening({ before, answer }) },
    ...(answerLimits && { answerLimits }),
  };
  const connection =
    "username" in as
      ? createPasswordConnection({ ...access, ...as, password: PASSWORD })
      : createTokenConnection({ ...access, ...as });
  const requestsAtOnce = options?.requestsAtOnce ?? 6;
  const { reading, keepToBudget, requests, requestsOf, requestsToday, today } = createRunConnection(connection, {
    ...{ requestsAtOnce, signal, silence: silence ?? {} },
    ...(now && { now }),
    retry: { retries: 2, minTimeout: 10, maxTimeout: 20 },
  });
  const volumes: OutgoingVolume[] = [];
  let log = "";
  const startedAt = new Date("2026-11-20T03:00:00Z");
  const outcome = await runBackup(
    { runId: "20261120T030000Z-000001", trigger: "headless", operator: { code: "admin", name: "管理者" }, startedAt },
    {
      ...{ filePrefix: "backup", timeZone: "Asia/Tokyo", volumeLimits: DEFAULT_VOLUME_LIMITS, requestsAtOnce },
      requestLimits: { perAppAndDay: defaultBudget(), overBudget: "stop" },
      ...options,
    },
    {
      source: createRestSource(reading, { userCode: "username" in as ? as.username : undefined }),
      ...(domain && { domain: { parts: domain, spacesLeftOut, source: createRestDomain(reading) } }),
      targets: {
        enabled: async () => targets,
        news: async () => ({ lost: [], rules: [] }),
        recordResults: async () => undefined,
      },
      history: {
        begin: async () => undefined,
        report: async () => undefined,
        async finish(_, text) {
          log = [...text].join("");
          return "1";
        },
      },
      workspace: createMemoryWorkspace(),
      places: onePlace({
        ...{ kind: "folder", ...freeNames },
        async deliver(volume) {
          await delivering?.();
          volumes.push(volume);
          return {};
        },
      }),
      clock: { now: () => new Date() },
      report: () => undefined,
      readme: (facts) => writeReadme("en", facts),
      describe: (event) => describeLogEvent(en, event),
      ...{ signal, keepToBudget, requests, requestsOf, requestsToday, today },
      ...parts,
    },
  );
  return { outcome, log, volumes };
}

type Opened = Omit<FinishedRun, "outcome" | "log" | "volumes">;

async function opened(volumes: readonly OutgoingVolume[], outcome: RunOutcome): Promise<Opened> {
  const contents = new Map<string, Uint8Array>();
  for (const { file } of volumes) {
    for (const entry of (await readZip(file)).entries) {
      const bytes = await new Response(entry.open() as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
      if (entry.path === "manifest.json") expectValidManifest(JSON.parse(new TextDecoder().decode(bytes)));
      else expect(contents.has(entry.path)).toBe(false);
      contents.set(entry.path, bytes);
    }
  }
  const verdict = await verifyArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  if (volumes.length > 0) {
    expect(verdict).toMatchObject({ sound: true, findings: [], archiveDigest: outcome.archiveDigest });
  }
  const text = (path: string) => new TextDecoder("utf-8", { fatal: true }).decode(contents.get(path));
  const manifest = (contents.has("manifest.json") ? JSON.parse(text("manifest.json")) : undefined) as Manifest;
  return {
    ...{ contents, manifest, text },
    async records(folder) {
      const records: KintoneRecord[] = [];
      const lines = new Blob(numberedTexts(contents, folder, "records.jsonl"));
      for await (const record of readJsonLines(lines.stream())) records.push(record as KintoneRecord);
      return records;
    },
    facts: (folder) => manifest.targets.find((facts) => facts.folder === folder) as TargetFacts,
    problems: [...outcome.problems, ...outcome.results.flatMap(({ problems }) => problems)].map(
      ({ error }) => error.code,
    ),
  };
}

/** A target that includes everything. */
export function target(appId: number | string, changes: Partial<Target> = {}): Target {
  return {
    recordId: `90${appId}`,
    appId: String(appId),
    appName: `App ${appId}`,
    query: "",
    include: { records: true, attachments: true, comments: true, settings: true, administration: true },
    excludedFields: [],
    includedIdentifiers: [],
    acceptedGaps: [],
    ...changes,
  };
}
