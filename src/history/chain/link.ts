import { sha256Hex } from "../../archive/bytes/digest";
import type { AppValues } from "../records/app-values";
import { CHAIN_VERSIONS, factsText, missingFacts, tellsMore, type Cells } from "./facts";

const NEWEST = CHAIN_VERSIONS[0] ?? 1;
const OLDEST = CHAIN_VERSIONS.at(-1) ?? NEWEST;

/**
 * SHA-256 (hex) over the previous run's chain digest, a line feed, and the canonical JSON of this run's facts, as UTF-8.
 * The first run of a chain has an empty previous digest.
 */
function chainDigest(previous: string, record: Cells, version: number): string {
  return sha256Hex(`${previous}\n${factsText(record, version)}`);
}

/**
 * What makes the record of a finished run the next link after the run with this chain digest.
 *
 * A link does not name its version, which would be one more thing to change: it is in the text that the digest is made
 * of, so that a digest fits the list of one version and no other.
 *
 * @param version that of the facts which the app keeps: those of a record that was read are its own
 */
export function linkAfter(previous: string, record: Cells, version = keptVersion(record)): AppValues {
  return {
    run_previous_chain_digest: { value: previous },
    run_chain_digest: { value: chainDigest(previous, record, version) },
  };
}

/** The newest list of which the record has every column. */
function keptVersion(record: Cells): number {
  return CHAIN_VERSIONS.find((version) => missingFacts(record, version).length === 0) ?? NEWEST;
}

/** Whether the record has a place in the chain: then its facts are not to be changed any more. */
export function isChained(record: Cells): boolean {
  return previousDigest(record) !== "" || storedDigest(record) !== "";
}

export function previousDigest(record: Cells): string {
  return text(record, "run_previous_chain_digest");
}

/** What the digest of these facts is, by the list of facts of each version. */
export function computedDigests(record: Cells): string[] {
  return CHAIN_VERSIONS.map((version) => chainDigest(previousDigest(record), record, version));
}

/** The version by whose list the facts give the digest; `undefined` when they do by none. */
export function fittingVersion(record: Cells): number | undefined {
  return CHAIN_VERSIONS.find(
    (version) =>
      chainDigest(previousDigest(record), record, version) === storedDigest(record) && !tellsMore(record, version),
  );
}

/**
 * Codes of what the chain needs and the record lacks. Columns of later lists are needed by none of the earlier links, nor
 * by a run that is no link.
 */
export function missingCells(record: Cells, fitting: number | undefined): string[] {
  const digests = ["run_chain_digest", "run_previous_chain_digest"].filter((code) => !record[code]);
  return [...digests, ...missingFacts(record, fitting ?? (isChained(record) ? NEWEST : OLDEST))];
}

/** The digest that stands in the record, whatever it is. */
function storedDigest(record: Cells): string {
  return text(record, "run_chain_digest");
}

/** The digest that the next run follows: the stored one, or what it should be when somebody left no digest there. */
export function followedDigest(record: Cells): string {
  const stored = storedDigest(record);
  return /^[0-9a-f]{64}$/.test(stored) ? stored : chainDigest(previousDigest(record), record, keptVersion(record));
}

function text(record: Cells, code: "run_chain_digest" | "run_previous_chain_digest"): string {
  return String(record[code]?.value ?? "").trim();
}
