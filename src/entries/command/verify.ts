import type { Checked } from "../../command/checked";
import { describeCheck, describeCheckProgress } from "../../screens/text/verify/archive-report";
import { auditorMessagesFor } from "../../screens/text/verify/language";
import { type CheckProgress, hasEverything } from "../../screens/verify/archive-check";
import { verifyFiles } from "../wiring/verify-files";
import { ClosedFile } from "./encrypted/closed-file";
import type { ReadKeys } from "./encrypted/key-files";
import { withOpenZips } from "./open-zips";
import type { Outputs } from "./outputs";
import { whyUnusable } from "./why-unusable";

/** Reads zip files back as one archive, a chunk at a time, and tells of it in words. Opens no connection. */
export async function verifyOnNode(
  files: readonly string[],
  keys: ReadKeys,
  language: string,
  { progressLine }: Outputs,
): Promise<Checked> {
  const messages = auditorMessagesFor(language);
  const line = progressLine((progress: CheckProgress & { phase: string }) => describeCheckProgress(messages, progress));
  try {
    const check = await withOpenZips(files, await keys(), (volumes) =>
      verifyFiles(volumes, { report: (progress) => line.report({ ...progress, phase: progress.name }) }),
    );
    line.end();
    return { sound: check.findings.length === 0 && hasEverything(check), report: describeCheck(messages, check) };
  } catch (thrown) {
    line.end();
    const why = `${whyUnusable(thrown, messages)}\n`;
    return thrown instanceof ClosedFile && thrown.isDamaged ? { sound: false, report: why } : { unusable: why };
  }
}
