import type { PastResult } from "../../domain/past-result";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { foreseenRequests } from "./foreseen-requests";
import type { Sample } from "./sample";

/** How an estimate was found. */
export type Basis =
  /** By the last success of the target. */
  | { kind: "run"; at: Date }
  /** By looking at every record. */
  | { kind: "all-records" }
  /** By looking at so many records. */
  | { kind: "some-records"; records: number }
  /** Without looking: the target asks for no records. */
  | { kind: "settings" };

/** What a run will about take for one target. */
export interface Estimate {
  records: number;
  attachments: number;
  /** Of everything that is read, before compression. */
  bytes: number;
  /** In the archive. */
  zipBytes: number;
  requests: number;
  seconds: number;
  basis: Basis;
}

/** What is known of a target. */
export interface Findings {
  /** How many match now. */
  records: number;
  commentsEnabled: boolean;
  /** One of both, if the target asks for records; what a run tells only if it read some records and the same parts of them. */
  past?: PastResult | undefined;
  sample?: Sample | undefined;
  /** Of one request for little, as just measured. */
  secondsPerRequest: number;
}

/** How requests are made. */
export interface Making extends Pick<Source, "recordsPerPage" | "settings"> {
  requestsAtOnce: number;
}

/** Of the settings of an app without scripts; of the sample data's apps, 6 to 40 KB. */
const SETTINGS_BYTES = 15_000;
/** Records lie in the archive as JSON and as CSV, and Japanese letters have three bytes: 1.5 to 1.8 in the sample data. */
const BYTES_PER_CHARACTER = 1.65;
/** JSON and CSV repeat themselves: a tenth in the sample data. */
const TEXT_SHARE = 0.1;
/** PDF, pictures and office files are compressed already. */
const ATTACHMENT_SHARE = 1;
/** An office's line of 40 Mbit/s. */
const BYTES_PER_SECOND = 5_000_000;

/** What of a finding by records holds for a target that has more or fewer of them now. */
const grown = (amount: number, from: number, to: number) => (from === 0 ? 0 : (amount * to) / from);

/** The pure arithmetic: what was found, for as many records as there are now. */
export function estimateTarget(target: Target, found: Findings, making: Making): Estimate {
  const { include } = target;
  const records = include.records ? found.records : 0;
  const size = sizeOf(target, { ...found, records });
  const comments = include.comments && found.commentsEnabled;
  const requests =
    foreseenRequests({ ...target, include: { ...include, comments } }, records, making) + size.attachments;
  return { records, requests, ...size, seconds: secondsOf(size, requests, { ...found, records }, making) };
}

type Size = Pick<Estimate, "attachments" | "bytes" | "zipBytes" | "basis">;

function sizeOf({ include }: Target, { records, past, sample }: Findings): Size {
  if (include.records && past) {
    const attachments = Math.round(grown(past.attachments, past.records, records));
    const bytes = grown(past.bytes, past.records, records);
    return { attachments, ...rounded(bytes, bytes * past.zippedShare), basis: { kind: "run", at: past.at } };
  }
  const looked = sample ?? { records: 0, attachments: 0, attachmentBytes: 0, characters: 0 };
  const wanted = (amount: number) => (include.records ? grown(amount, looked.records, records) : 0);
  const attachments = include.attachments ? Math.round(wanted(looked.attachments)) : 0;
  const attachmentBytes = include.attachments ? wanted(looked.attachmentBytes) : 0;
  const textBytes = SETTINGS_BYTES + wanted(looked.characters) * BYTES_PER_CHARACTER;
  return {
    attachments,
    ...rounded(textBytes + attachmentBytes, textBytes * TEXT_SHARE + attachmentBytes * ATTACHMENT_SHARE),
    basis: basisOf(include.records, looked.records, records),
  };
}

function basisOf(wanted: boolean, looked: number, records: number): Basis {
  if (!wanted) return { kind: "settings" };
  return looked >= records ? { kind: "all-records" } : { kind: "some-records", records: looked };
}

const rounded = (bytes: number, zipBytes: number) => ({ bytes: Math.round(bytes), zipBytes: Math.round(zipBytes) });

function secondsOf(size: Size, requests: number, { records, past, secondsPerRequest }: Findings, making: Making) {
  if (size.basis.kind === "run" && past) return grown(past.seconds, past.records, records);
  return (requests * secondsPerRequest) / making.requestsAtOnce + size.bytes / BYTES_PER_SECOND;
}

/** All targets of a run together. */
export type EstimateSum = Omit<Estimate, "basis">;

/** A run reads so many targets at the same time (`targets/back-up-targets.ts`). */
const TARGETS_AT_ONCE = 4;

/**
 * What the estimates are together. The seconds that earlier runs tell passed for several targets at the same time; those that
 * are worked out from requests are of one target that has all requests for itself, so that they follow each other.
 */
export function sumOf(estimates: readonly Estimate[]): EstimateSum {
  const sum = (amount: (estimate: Estimate) => number) =>
    estimates.reduce((total, estimate) => total + amount(estimate), 0);
  const past = estimates.filter(({ basis }) => basis.kind === "run").map(({ seconds }) => seconds);
  const together = Math.max(0, ...past, past.reduce((total, seconds) => total + seconds, 0) / TARGETS_AT_ONCE);
  return {
    records: sum(({ records }) => records),
    attachments: sum(({ attachments }) => attachments),
    bytes: sum(({ bytes }) => bytes),
    zipBytes: sum(({ zipBytes }) => zipBytes),
    requests: sum(({ requests }) => requests),
    seconds: together + sum(({ basis, seconds }) => (basis.kind === "run" ? 0 : seconds)),
  };
}
