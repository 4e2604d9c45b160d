import { type Clock, stopwatch } from "./clock";
import type { Amount, Progress, ReportProgress } from "./progress";
import type { Target } from "./target";

/** Before this much has been seen, a guess at the time left would be noise. */
const SECONDS_BEFORE_ESTIMATE = 3;
const SHARE_BEFORE_ESTIMATE = 0.05;

/** Keeps the numbers of a run and tells each change. */
export interface ProgressTracker<Phase extends string> {
  phase(phase: Phase): void;
  /** Begins a phase over a known number of bytes. */
  phaseOverBytes(phase: Phase, total: number): void;
  /** How many records the whole run will read, and how many requests that takes; call it only when every target could be counted. */
  expect(total: { records: number; requests: number }): void;
  target(target: Target, position: number, of: number): void;
  /** Those wait until then; nobody does when there are none. Tells it each time, as a sign of life. */
  heldBack(targets: readonly Target[], wait: { until: Date; survives: boolean }): void;
  /** What follows concerns no single target. */
  allTargetsRead(): void;
  recordsRead(count: number): void;
  /** An earlier attempt of the run read so much. */
  recalled(counted: { records: number; attachments: number }): void;
  /** So many that were counted will be read once more. */
  takeBack(counted: { records: number; attachments: number }): void;
  attachmentFound(): void;
  attachmentSettled(): void;
  /** Bytes that came from kintone; they may still come while a volume is packed. */
  bytesFetched(count: number): void;
  /** Bytes of what the present phase is over. */
  bytesWorkedOn(count: number): void;
}

/** The phases of a story that the tracker has to know apart. */
export interface KnownPhases<Phase extends string> {
  first: Phase;
  /** Is measured in records; every other one in bytes. It may be interrupted by others. */
  overRecords: Phase;
}

/** @param requests made so far */
export function createProgressTracker<Phase extends string>(
  { first, overRecords }: KnownPhases<Phase>,
  clock: Clock,
  report: ReportProgress<Phase>,
  requests: () => number = () => 0,
): ProgressTracker<Phase> {
  let progress: Progress<Phase> = {
    phase: first,
    records: { done: 0 },
    attachments: { done: 0 },
    bytes: { done: 0 },
    requests: { done: 0 },
  };
  let expectedRequests: number | undefined;
  /** A night in which nothing went on says nothing of how fast the rest will. */
  let hasWaited = false;
  let sincePhaseBegan = stopwatch(clock);
  // A backup stops reading each time that a volume is full, and then goes on where it was.
  let secondsOfReading = 0;
  let bytesFromKintone = 0;
  let attachmentsFound = 0;

  const tell = () => {
    const secondsLeft = estimate();
    const done = requests();
    const total = expectedRequests && Math.max(done, expectedRequests + attachmentsFound);
    progress = { ...progress, requests: { done, ...(total && { total }) } };
    const isKnown = secondsLeft !== undefined && !hasWaited;
    report(isKnown ? { ...progress, secondsLeft } : progress);
  };

  const begin = (phase: Phase, bytes: Amount) => {
    if (progress.phase === overRecords) secondsOfReading += sincePhaseBegan();
    sincePhaseBegan = stopwatch(clock);
    progress = { ...progress, phase, bytes };
    tell();
  };

  /** From the share that is done of what the phase is measured in: records while reading, bytes afterwards. */
  const estimate = (): number | undefined => {
    const reading = progress.phase === overRecords;
    const { done, total } = reading ? progress.records : progress.bytes;
    const elapsed = sincePhaseBegan() + (reading ? secondsOfReading : 0);
    if (!total || elapsed < SECONDS_BEFORE_ESTIMATE) return undefined;
    const share = done / total;
    if (share < SHARE_BEFORE_ESTIMATE || share > 1) return undefined;
    return Math.ceil((elapsed * (1 - share)) / share);
  };

  const count = (what: "records" | "attachments", changes: Partial<Amount>) => {
    progress = { ...progress, [what]: { ...progress[what], ...changes } };
    tell();
  };

  return {
    phase: (phase) => begin(phase, { done: phase === overRecords ? bytesFromKintone : 0 }),
    phaseOverBytes: (phase, total) => begin(phase, { done: 0, total }),
    expect({ records, requests: least }) {
      expectedRequests = least;
      count("records", { total: records });
    },
    target(target, position, of) {
      progress = { ...progress, target: { position, of, appId: target.appId, appName: target.appName } };
      tell();
    },
    heldBack(targets, wait) {
      const { heldBack: _, ...others } = progress;
      const apps = targets.map(({ appId, appName }) => ({ appId, appName }));
      hasWaited ||= apps.length > 0;
      progress = apps.length > 0 ? { ...others, heldBack: { apps, ...wait } } : others;
      tell();
    },
    allTargetsRead() {
      const { target: _, ...others } = progress;
      progress = { ...others, attachments: { ...others.attachments, total: attachmentsFound } };
      tell();
    },
    recordsRead: (records) => count("records", { done: progress.records.done + records }),
    recalled({ records, attachments }) {
      attachmentsFound += attachments;
      count("attachments", { done: progress.attachments.done + attachments });
      count("records", { done: progress.records.done + records });
    },
    takeBack({ records, attachments }) {
      attachmentsFound -= attachments;
      count("attachments", { done: progress.attachments.done - attachments });
      count("records", { done: progress.records.done - records });
    },
    attachmentFound() {
      attachmentsFound += 1;
    },
    attachmentSettled: () => count("attachments", { done: progress.attachments.done + 1 }),
    bytesFetched(bytes) {
      bytesFromKintone += bytes;
      if (progress.phase === overRecords) progress = { ...progress, bytes: { done: bytesFromKintone } };
      tell();
    },
    bytesWorkedOn(bytes) {
      progress = { ...progress, bytes: { ...progress.bytes, done: progress.bytes.done + bytes } };
      tell();
    },
  };
}
