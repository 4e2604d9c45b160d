import { sha256Hex } from "../bytes/digest";
import type { VolumeFacts } from "./manifest";

/**
 * The archive digest: SHA-256 (hex) over the complete list of a run's volumes in their order, one line per volume, as
 * `sha256sum <volumes> | sha256sum` prints it.
 */
export function archiveDigest(volumes: readonly VolumeFacts[]): string {
  return sha256Hex(volumes.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""));
}
