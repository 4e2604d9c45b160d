import type { Missing, TargetFacts } from "../../src/archive/manifest/manifest";
import type { ErrorCode } from "../../src/domain/errors";
import type { Problem, RunOutcome, TargetResult } from "../../src/domain/outcome";
import type { Loss } from "./losses";

/** Everything that a run says about a target. */
export interface Told {
  outcome: RunOutcome;
  result: TargetResult | undefined;
  /** Of the last volume's manifest, which is about the whole archive; nothing when there is none, or it knows no such target. */
  facts: TargetFacts | undefined;
}

/** Where somebody would look for this loss, or for something that it is part of, and not find it. Empty for one that is told. */
export function untold(loss: Loss, told: Told): Array<"outcome" | "manifest"> {
  if (told.outcome.status === "cancelled") return [];
  const { facts } = told;
  return [
    ...(isInOutcome(loss, told) ? [] : ["outcome" as const]),
    // What is there, only otherwise, is no gap.
    ...(!facts || loss.isDifferent || isInManifest(loss, facts) ? [] : ["manifest" as const]),
  ];
}

const OF_ARCHIVE: readonly string[] = ["pack", "verify", "deliver"];

/** Problems of records that say nothing about those that the user may see. */
const OF_OTHERS: readonly ErrorCode[] = ["FIELD_NOT_READABLE", "RECORDS_MAY_BE_HIDDEN"];

function isInOutcome(loss: Loss, { outcome, result, facts: manifest }: Told): boolean {
  // A run that its history refused has nothing of any target; one that only cannot be written down has.
  if (!result)
    return outcome.problems.some(({ step, error }) => step !== "history" || error.code === "HISTORY_REFUSED");
  if (result.status === "failed" && result.problems.length > 0) return true;
  const has = (fits: (problem: Problem) => boolean) => result.problems.some(fits);
  const isUnreadable = ({ error: { code, facts } }: Problem) =>
    code === "FIELD_NOT_READABLE" && facts.field === loss.field;
  const aboutRecord = ({ error: { facts } }: Problem) => facts.record === loss.record;
  // One that was too much by itself says nothing of the others; one at which the reading ended does, and the manifest tells which it was.
  const endedThere = manifest?.missing.some(({ what, record }) => what === "records" && record === undefined) ?? true;
  const areIncomplete = has(
    (one) =>
      OF_ARCHIVE.includes(one.step) ||
      (one.step === "records" &&
        !OF_OTHERS.includes(one.error.code) &&
        (endedThere || one.error.facts.record === undefined || aboutRecord(one))),
  );

  switch (loss.what) {
    case "target":
      return result.problems.length > 0;
    case "record":
      return areIncomplete;
    case "field":
      return areIncomplete || has(isUnreadable);
    case "attachment":
      return (
        areIncomplete ||
        has(isUnreadable) ||
        has((one) => one.step === "attachments" && aboutRecord(one) && one.error.facts.file === loss.file)
      );
    case "comment":
      return areIncomplete || has((one) => one.step === "comments" && aboutRecord(one));
    case "setting":
      return has(({ error: { facts } }) => facts.settings?.includes(settingOf(loss)) ?? false);
    case "setting file":
      return has(
        ({ step, error: { facts } }) =>
          step === "settings" && (facts.file === loss.file || (facts.settings?.includes(settingOf(loss)) ?? false)),
      );
  }
}

function isInManifest(loss: Loss, { missing, folder }: TargetFacts): boolean {
  const gap = (fits: (missing: Missing) => boolean) =>
    missing.some((one) => (one.code === "FAILED" || one.code === "NOT_READABLE") && fits(one));
  if (gap(({ what }) => what === "app")) return true;
  const setting = `${folder}/settings/${settingOf(loss)}.json`;
  const isUnreadable = gap(({ what, field }) => what === "field" && field === loss.field);
  const areIncomplete = gap(
    ({ what, path, record }) =>
      what === "records" && !path?.endsWith(".csv") && (record === undefined || record === loss.record),
  );

  switch (loss.what) {
    case "target":
    case "record":
      return areIncomplete;
    case "field":
      return areIncomplete || isUnreadable;
    case "attachment":
      return (
        areIncomplete ||
        isUnreadable ||
        gap(({ what, record, field }) => what === "attachment" && record === loss.record && field === loss.field)
      );
    case "comment":
      return areIncomplete || gap(({ what, record }) => what === "comments" && record === loss.record);
    case "setting":
      return gap(({ path }) => path === setting || path === `${folder}/${loss.path}`);
    case "setting file":
      return gap(({ path }) => path === setting || (path?.startsWith(`${folder}/${loss.path}`) ?? false));
  }
}

/** The endpoint that gives a setting in any language, or that names a file. */
function settingOf({ path = "" }: Loss): string {
  if (path.startsWith("customize/")) return "app/customize";
  if (path.startsWith("settings/app/icon/")) return "app/settings";
  return path.replace(/^settings\//, "").replace(/(\.(en|zh|ja))?\.json$/, "");
}
