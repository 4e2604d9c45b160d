import { createMeter } from "../../archive/bytes/digest";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { Volume } from "../../domain/outcome";
import type { CheckProgress } from "../../screens/verify/archive-check";

/** Read at a time: large enough to be quick, small enough that somebody who stops it need not wait. */
const CHUNK = 4 * 1024 ** 2;

/** Size and SHA-256 of each file, and nothing of what is in it. Rejects with the signal's reason, or with what a file threw. */
export async function measureFiles(
  files: readonly NamedVolume[],
  { report, signal }: { report: (progress: CheckProgress) => void; signal?: AbortSignal },
): Promise<Volume[]> {
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  const measured: Volume[] = [];
  let done = 0;
  for (const { name, source } of files) {
    const meter = createMeter();
    for (let start = 0; start < source.size; start += CHUNK) {
      signal?.throwIfAborted();
      const chunk = await source.bytes(start, Math.min(start + CHUNK, source.size));
      meter.add(chunk);
      done += chunk.length;
      report({ name, done, total });
    }
    measured.push({ name, ...(await meter.finish()) });
  }
  return measured;
}
