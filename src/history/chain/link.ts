import { sha256Hex } from "../../archive/bytes/digest";
import type { AppValues } from "../runs/run-fields";
import { CHAIN_VERSIONS, factsText, missingFacts, type Cells } from "./facts";

/**
 * SHA-256 (hex) over the previous run's chain digest, a line feed, and the canonical JSON of this run's facts, as UTF-8.
 * The first run of a chain has an empty previous digest.
 */
function chainDigest(previous: string, record: Cells, version = newestVersion()): string {
  return sha256Hex(`${previous}\n${factsText(record, version)}`);
}

/** What makes the record of a finished run the next link after the run with this chain digest. */
export function linkAfter(previous: string, record: Cells): AppValues {
  return {
    run_previous_chain_digest: { value: previous },
    run_chain_digest: { value: chainDigest(previous, record) },
  };
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

/** Codes of what the chain needs and the record lacks. */
export function missingCells(record: Cells): string[] {
  const digests = ["run_chain_digest", "run_previous_chain_digest"].filter((code) => !record[code]);
  return [...digests, ...missingFacts(record, newestVersion())];
}

/** The digest that stands in the record, whatever it is. */
export function storedDigest(record: Cells): string {
  return text(record, "run_chain_digest");
}

/** The digest that the next run follows: the stored one, or what it should be when somebody left no digest there. */
export function followedDigest(record: Cells): string {
  const stored = storedDigest(record);
  return /^[0-9a-f]{64}$/.test(stored) ? stored : chainDigest(previousDigest(record), record);
}

function newestVersion(): number {
  return CHAIN_VERSIONS[0] ?? 1;
}

function text(record: Cells, code: "run_chain_digest" | "run_previous_chain_digest"): string {
  return String(record[code]?.value ?? "").trim();
}
