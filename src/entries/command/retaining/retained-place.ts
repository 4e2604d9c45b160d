import type { KnownDisposals } from "../../../domain/disposals";
import type { KeptArchive } from "../../../domain/kept-archives";
import { parseVolumeName } from "../../../archive/volumes/volume-name";
import { generationsAt } from "../../../retention/generations-at";
import { type Preview, previewOf } from "../../../retention/preview";
import { readSpan, type RetentionRule, wantsSomething } from "../../../retention/rule";
import type { KeepSettings } from "../../../settings/retention";
import type { OpenPlace } from "../places";

/** A place, what a rule would do to it, and what lies there that the history does not know. */
export interface RetainedPlace {
  place: OpenPlace;
  preview: Preview;
  unknown: readonly string[];
}

/** What the history tells. */
export interface ToldHistory {
  archives: readonly KeptArchive[];
  known: KnownDisposals;
}

/** Looks into a place. Rejects as its `list` does. */
export async function lookInto(
  place: OpenPlace,
  rule: RetentionRule,
  { archives, known }: ToldHistory,
  around: { now: Date; timeZone: string },
): Promise<RetainedPlace> {
  const files = await place.destination.list();
  const disposed = known.disposed.get(place.name) ?? new Set<string>();
  const generations = generationsAt(files, archives, { holds: known.holds, disposed });
  const told = new Set(archives.flatMap(({ volumes }) => volumes.map(({ name }) => name)));
  const isOurs = (name: string) => parseVolumeName(name.replace(/\.age$/, "")) !== undefined;
  return {
    place,
    preview: previewOf(place.name, generations, rule, around),
    unknown: files.map(({ name }) => name).filter((name) => isOurs(name) && !told.has(name)),
  };
}

/** The rule of a place; `undefined` when it has none. */
export function ruleOf(keep: KeepSettings | undefined): RetentionRule | undefined {
  if (!keep) return undefined;
  const { within: text, ...counted } = keep;
  const within = text === undefined ? undefined : readSpan(text);
  const rule: RetentionRule = { ...counted, ...(within && { within }) };
  return wantsSomething(rule) ? rule : undefined;
}
