import type { Missing, TargetFacts } from "../../src/archive/manifest";
import type { Problem, RunOutcome, TargetResult } from "../../src/engine/outcome";
import type { Loss } from "./losses";

/** Everything that a run says about a target. */
export interface Told {
  outcome: RunOutcome;
  result: TargetResult | undefined;
  facts: TargetFacts | undefined;
}

/** Whether somebody who reads the outcome or the manifest learns of this loss: of itself, or of something that it is part of. */
export function isNamed(loss: Loss, { outcome, result, facts }: Told): boolean {
  if (outcome.status === "cancelled") return true;
  if (!result) return outcome.problems.some(({ step }) => step !== "history");
  if (result.status === "failed" && result.problems.length > 0) return true;
  const gap = (fits: (missing: Missing) => boolean) =>
    facts?.missing.some((missing) => missing.code !== "EXCLUDED" && fits(missing)) ?? false;
  const problem = (fits: (problem: Problem) => boolean) => result.problems.some(fits);
  const [name, path] = [loss.path?.replace(/^settings\//, ""), `${loss.folder}/${loss.path}`];
  const recordsAreIncomplete =
    gap(({ what, path: file }) => what === "app" || (what === "records" && !file?.endsWith(".csv"))) ||
    problem(({ step }) => step === "pack" || step === "verify" || step === "deliver");

  switch (loss.what) {
    case "target":
      return result.problems.length > 0;
    case "record":
      return recordsAreIncomplete;
    case "attachment":
      return (
        recordsAreIncomplete ||
        gap(({ what, record, field }) => what === "attachment" && record === loss.record && field === loss.field) ||
        problem(({ step, error: { facts: about } }) => {
          return step === "attachments" && about.record === loss.record && about.file === loss.file;
        })
      );
    case "comment":
      return (
        recordsAreIncomplete ||
        gap(({ what, record }) => what === "comments" && record === loss.record) ||
        problem(({ step, error }) => step === "comments" && error.facts.record === loss.record)
      );
    case "setting":
      return (
        gap((missing) => missing.what === "app" || missing.path === path) ||
        problem(({ error }) => error.facts.settings?.some((setting) => name === `${setting}.json`) ?? false)
      );
    case "setting file":
      return (
        gap((missing) => missing.what === "app" || (missing.path?.startsWith(path) ?? false)) ||
        // The setting that names the file is itself named.
        gap((missing) => missing.path === `${loss.folder}/settings/${settingOf(loss)}.json`) ||
        problem(({ step, error }) => step === "settings" && error.facts.file === loss.file)
      );
  }
}

function settingOf({ path }: Loss): string {
  return path?.startsWith("customize/") ? "app/customize" : "app/settings";
}
