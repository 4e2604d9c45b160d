import { type AcceptedGap, lastingGaps, settingGap } from "../../domain/accepted-gap";
import type { BackupError } from "../../domain/errors";
import type { Problem } from "../../domain/outcome";

/** A problem, parted into what nobody accepted and what somebody did. */
export function partByAcceptance(
  problem: Problem,
  acceptances: readonly AcceptedGap[],
): { open?: Problem; accepted?: Problem } {
  const names = lastingGaps(problem.error);
  const met = acceptances.filter(({ gap }) => names.includes(gap));
  const isMet = (name: string) => met.some(({ gap }) => gap === name);
  if (met.length === 0) return { open: problem };
  const accepted = (error: BackupError) => ({ ...problem, error, accepted: met });
  if (names.every(isMet)) return { accepted: accepted(problem.error) };
  const settings = problem.error.facts.settings ?? [];
  const about = (which: (name: string) => boolean) =>
    problem.error.aboutSettings(settings.filter((name) => which(settingGap(name))));
  return { open: { ...problem, error: about((name) => !isMet(name)) }, accepted: accepted(about(isMet)) };
}
