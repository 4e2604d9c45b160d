import { utf8Chunks } from "../../archive/bytes/utf8";
import { jsonPieces } from "../../archive/json-pieces";
import type { Problem, RunOutcome } from "../../domain/outcome";
import type { Describe } from "./run-fields";

/** Version of the facts file's format. */
const FACTS_FORMAT_VERSION = 1;

/**
 * The facts of a run as a JSON file, for when they cannot be written into the history. Nothing is cut short in it, and
 * each problem is there for people (`message`) and for programs.
 */
export function factsFile(
  outcome: RunOutcome,
  { describe, pluginVersion }: { describe: Describe; pluginVersion: string },
): { name: string; data: Blob } {
  const problem = ({ step, error }: Problem) => ({
    step,
    code: error.code,
    message: describe({ step, error }),
    ...(Object.keys(error.facts).length > 0 && { facts: error.facts }),
    ...(error.answer && { kintone: error.answer }),
  });
  const facts = {
    formatVersion: FACTS_FORMAT_VERSION,
    pluginVersion,
    ...outcome,
    archiveDigest: outcome.archiveDigest ?? null,
    problems: outcome.problems.map(problem),
    told: outcome.told.map(problem),
    results: outcome.results.map((result) => ({
      ...result,
      problems: result.problems.map(problem),
      accepted: result.accepted.map(problem),
    })),
  };
  // Of an app with a million files that could not be read, a million problems are told.
  const data = new Blob([...utf8Chunks(jsonPieces(facts)), "\n"], { type: "application/json" });
  return { name: `${outcome.runId}.facts.json`, data };
}
