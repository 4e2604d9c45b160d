import type { Checked } from "../../command/checked";
import type { RehearsalAsked } from "../../command/host";
import { rehearse } from "../../restore/rehearsal/rehearse";
import { type RehearsedApp, verdictOf } from "../../restore/rehearsal/rehearsed";
import { rehearsalMessagesFor } from "../../screens/text/rehearsal/language";
import { comparisonCommandMessagesFor } from "../../screens/text/restore/command/language";
import { describeRehearsal } from "../../screens/text/rehearsal/rehearsal-report";
import { chosenTargets } from "./archive-to-compare";
import type { ReadKeys } from "./encrypted/key-files";
import type { Outputs } from "./outputs";
import { whyUnusable } from "./why-unusable";
import { withSoundArchive } from "./with-sound-archive";

interface RehearsalHost {
  keys: ReadKeys;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

/** Reads an archive back, and tells in words what restoring it would meet. Opens no connection. */
export async function rehearseOnNode(
  { zips, runId, apps, language }: RehearsalAsked,
  { keys, signal, outputs }: RehearsalHost,
): Promise<Checked> {
  const messages = { ...rehearsalMessagesFor(language), ...comparisonCommandMessagesFor(language) };
  const { rehearsal, quantities } = messages;
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  try {
    const saying = (phase: string, said: string) => line.report({ phase, said });
    return await withSoundArchive({ zips, runId, keys, messages, signal, saying }, async ({ archive }, heading) => {
      const rehearsed: RehearsedApp[] = [];
      const report = (app: string, done: number) =>
        line.report({ phase: app, said: [rehearsal.rehearsing(app), quantities.number(done)].join(" | ") });
      for await (const app of rehearse(archive, chosenTargets(archive, messages, { apps }), { signal, report })) {
        rehearsed.push(app);
      }
      const verdict = verdictOf(rehearsed);
      const lines = describeRehearsal(messages, { verdict, apps: rehearsed, heading });
      return { sound: verdict === "nothing", report: text(lines) };
    });
  } catch (thrown) {
    return { unusable: text([whyUnusable(thrown, messages)]) };
  } finally {
    line.end();
  }
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
