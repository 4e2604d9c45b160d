import type { Credentials } from "../../../command/credentials";
import { EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { PruneAsked } from "../../../command/host";
import { type BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import { harmlessLine } from "../../../screens/text/harmless";
import { describePreview } from "../../../screens/text/retention/preview-report";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import type { CommandFile } from "../../../settings/command-file";
import { type OpenPlace, placesOf } from "../places";
import { type PruneCall, prunePlace } from "./pruned-place";
import { type KeeperHost, type Keeping, keeping } from "./retaining";
import { lookInto, ruleOf } from "./retained-place";

/**
 * Removes generations from their places, by the rule of each that somebody confirmed on a preview; or only shows what would go, or takes that
 * confirmation. A place that fails keeps nobody from going on with the others.
 */
export async function pruneOnNode(
  file: CommandFile,
  credentials: Credentials,
  asked: PruneAsked,
  host: KeeperHost,
): Promise<Done> {
  return keeping(file, credentials, host, async (keeper) => {
    const { messages, access, operator } = keeper;
    const { retention } = messages;
    if (operator.code === "") return { code: EXIT.unusable, told: text([retention.token]) };
    const chosen = placesOf(file).filter(({ name }) => asked.place === undefined || name === asked.place);
    if (chosen.length === 0) {
      const names = file.places.map(({ name }) => name).join(", ");
      return { code: EXIT.unusable, told: text([retention.noPlace(asked.place ?? "", names)]) };
    }
    const [report, told]: [string[], string[]] = [[], []];
    const codes: number[] = [];
    try {
      const history = { archives: await access.keptArchives(), known: await access.disposals.known() };
      const call: PruneCall = { asked, history, keeper, signal: host.signal };
      for (const place of chosen) {
        const pruned = await pruneByRule(place, file, call).catch((thrown: unknown) => refusalOf(thrown, place));
        if ("error" in pruned) {
          told.push(describeProblem(messages, pruned));
          codes.push(EXIT.incomplete);
        } else {
          report.push(...pruned.lines);
          codes.push(pruned.code);
        }
      }
    } catch (thrown) {
      told.push(describeProblem(messages, { error: toBackupError(thrown) }));
      codes.push(codes.length > 0 ? EXIT.incomplete : EXIT.unusable);
    }
    return {
      code: Math.max(...codes),
      ...(report.length > 0 && { report: text(report) }),
      ...(told.length > 0 && { told: text(told) }),
    };
  });
}

/** What came of one place. After a run, what there is nothing to tell of is not told. */
async function pruneByRule(place: OpenPlace, { places, settings }: CommandFile, call: PruneCall) {
  const { messages, access }: Keeping = call.keeper;
  const { keep, yenPerGiB } = places.find(({ name }) => name === place.name) ?? {};
  const { kind } = place.destination;
  const rule = ruleOf(keep);
  if (!rule) {
    const { retention } = messages;
    const lines = call.asked.afterRun ? [] : [retention.place(place.name, kind), `  ${retention.noRule}`];
    return { code: EXIT.success, lines };
  }
  const { timeZone } = settings;
  const looked = await lookInto(place, rule, call.history, { now: access.clock.now(), timeZone });
  const { code, lines } = await prunePlace(looked, call);
  const previewed = { ...looked, kind, timeZone, ...(yenPerGiB !== undefined && { yenPerGiB }) };
  const before = call.asked.afterRun
    ? [messages.retention.place(place.name, kind)]
    : describePreview(messages, previewed);
  return { code, lines: call.asked.afterRun && lines.length === 0 ? [] : [...before, ...lines.map(indented)] };
}

/** Every other place would meet the same; or it is this one's. */
function refusalOf(thrown: unknown, { name }: OpenPlace): { error: BackupError } {
  const error = toBackupError(thrown);
  if (endsTheRun(error) || error.code === "ANOTHER_RUN") throw error;
  return { error: error.with({ place: name }) };
}

const indented = (lines: string) =>
  lines
    .split("\n")
    .map((line) => `  ${harmlessLine(line)}`)
    .join("\n");

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
