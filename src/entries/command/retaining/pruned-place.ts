import { EXIT } from "../../../command/exit";
import type { PruneAsked } from "../../../command/host";
import { dispose } from "../../../retention/dispose";
import type { PlacedGeneration } from "../../../retention/generations-at";
import { generationName } from "../../../screens/text/retention/preview-report";
import { newRunId } from "../../wiring/run-options";
import type { Keeping } from "./retaining";
import type { RetainedPlace, ToldHistory } from "./retained-place";

/** So much of the digest of a preview is typed to confirm it. */
const CODE = 12;

export interface PruneCall {
  asked: PruneAsked;
  history: ToldHistory;
  keeper: Keeping;
  signal: AbortSignal;
}

/** What came of one place, in words. */
export interface PrunedPlace {
  code: number;
  lines: readonly string[];
}

/** Confirms the rule of a place, or removes what it lets go when it was confirmed. Nothing is removed otherwise. */
export async function prunePlace(looked: RetainedPlace, call: PruneCall): Promise<PrunedPlace> {
  const { preview } = looked;
  const { asked, history, keeper } = call;
  const { confirmation: words, dryRun } = keeper.messages.retention;
  if (asked.confirm !== undefined) return confirmRule(looked, asked.confirm, call);
  const confirmed = history.known.confirmations.get(preview.place);
  if (confirmed?.rule !== preview.rule) {
    const code = asked.dryRun || preview.goes.length === 0 ? EXIT.success : EXIT.incomplete;
    const command = `kintone-backup prune --file ${quoted(asked.settingsFile)} --place ${quoted(preview.place)} --confirm ${preview.digest.slice(0, CODE)}`;
    return { code, lines: [confirmed ? words.other(confirmed.rule, command) : words.needed(command)] };
  }
  const since = words.known(confirmed.by, keeper.messages.quantities.moment(confirmed.at) ?? "");
  if (asked.dryRun) return { code: EXIT.success, lines: [since, dryRun] };
  if (preview.goes.length === 0) return { code: EXIT.success, lines: [] };
  const { code, lines } = await removeAll(looked, confirmed, call);
  return { code, lines: [since, ...lines] };
}

async function confirmRule({ preview }: RetainedPlace, code: string, { keeper }: PruneCall): Promise<PrunedPlace> {
  const { messages, access, operator } = keeper;
  const { confirmation: words } = messages.retention;
  if (code.length < CODE || !preview.digest.startsWith(code)) return { code: EXIT.unusable, lines: [words.changed] };
  const startedAt = access.clock.now();
  await access.disposals.confirm({
    ...{ disposalId: newRunId(startedAt), operator, startedAt, place: preview.place, rule: preview.rule },
    ...{ previewDigest: preview.digest, keeps: preview.stays.length, goes: preview.goes.length },
  });
  return { code: EXIT.success, lines: [words.done(preview.place, preview.rule)] };
}

/** The oldest first: when it is broken off, what stays is newer than what went. */
async function removeAll(
  { preview, place }: RetainedPlace,
  confirmation: { previewDigest: string; by: string; at: Date },
  { keeper, history, signal }: PruneCall,
): Promise<PrunedPlace> {
  const { retention } = keeper.messages;
  const { access, operator } = keeper;
  const lines: string[] = [];
  let left = 0;
  for (const { generation } of [...preview.goes].reverse()) {
    const { verdict, disposed, stopped } = await dispose(
      generation,
      { operator, place: preview.place, rule: preview.rule, confirmation },
      {
        ...{ destination: place.destination, disposals: access.disposals, clock: access.clock, signal },
        ...{
          newId: newRunId,
          requests: access.requests,
          elsewhere: () => elsewhere(generation, preview.place, history),
        },
      },
    );
    lines.push(retention.verdict[verdict](generationName(generation)));
    for (const { fate, name, answer } of disposed) {
      if (fate === "kept" && answer !== undefined) lines.push(`  ${retention.kept(name, answer)}`);
    }
    if (verdict !== "disposed") left += 1;
    if (stopped) throw stopped;
  }
  lines.push(retention.ended(preview.goes.length - left, left));
  return { code: left > 0 ? EXIT.incomplete : EXIT.success, lines };
}

/** Places that had it, and from which it was not removed. */
function elsewhere({ archive, runId }: PlacedGeneration, place: string, { known }: ToldHistory): string[] {
  return archive.savedAt.filter((name) => name !== place && !known.disposed.get(name)?.has(runId));
}

/** As a shell takes it. */
const quoted = (word: string) => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
