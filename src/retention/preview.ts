import { sha256Hex } from "../archive/bytes/digest";
import { canonicalJson } from "../archive/canonical-json";
import { decide, type Decision, type Fate, goes } from "./decide";
import type { PlacedGeneration } from "./generations-at";
import { type RetentionRule, ruleText } from "./rule";

/** What a rule would do to a place, before it does. */
export interface Preview {
  place: string;
  /** In one line. */
  rule: string;
  stays: ReadonlyArray<Fate<PlacedGeneration>>;
  goes: ReadonlyArray<Fate<PlacedGeneration>>;
  /** Why nothing of a series goes, where nothing does whatever the rule wants. */
  nothingGoes: ReadonlyMap<string, NonNullable<Decision<PlacedGeneration>["nothingGoes"]>>;
  /** SHA-256 (hex) of what it says: who confirms a rule confirms this. */
  digest: string;
}

/**
 * What becomes of the generations of a place, each series by itself; newest first.
 *
 * @param now and `timeZone` as in `decide`
 */
export function previewOf(
  place: string,
  generations: readonly PlacedGeneration[],
  rule: RetentionRule,
  around: { now: Date; timeZone: string },
): Preview {
  const series = [...new Set(generations.map(({ archive }) => archive.series))];
  const decisions = series.map((name) => {
    const decision = decide(
      generations.filter(({ archive }) => archive.series === name),
      rule,
      around,
    );
    return { name, decision };
  });
  const of = (wanted: boolean) =>
    decisions
      .flatMap(({ decision }) => decision.fates.filter((fate) => goes(decision, fate) === wanted))
      .sort((a, b) => b.generation.at.getTime() - a.generation.at.getTime());
  const preview = { place, rule: ruleText(rule), stays: of(false), goes: of(true) };
  const runs = (fates: ReadonlyArray<Fate<PlacedGeneration>>) => fates.map(({ generation: { runId } }) => runId);
  return {
    ...preview,
    nothingGoes: new Map(
      decisions.flatMap(({ name, decision: { nothingGoes } }) => (nothingGoes ? [[name, nothingGoes] as const] : [])),
    ),
    digest: sha256Hex(canonicalJson({ ...preview, stays: runs(preview.stays), goes: runs(preview.goes) })),
  };
}
