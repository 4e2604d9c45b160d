import type { ArchiveCheck } from "../../verify/archive-check";
import { harmlessLine } from "../harmless";
import { type GapChoice, type GapsOfApps, tellGaps } from "../readme/gaps-of-apps";
import type { ToldGap } from "../readme/told-gap";
import type { AuditorMessages } from "./language";

/** What the manifests say that is not in an archive, as its `README.txt` tells it. Anybody may have made the archive. */
export function describeGaps(
  { readme }: AuditorMessages,
  { targets, domain = [] }: Pick<ArchiveCheck, "targets" | "domain">,
  choice: GapChoice,
): GapsOfApps {
  const told = tellGaps(readme, targets, { choice, domain });
  const { common, apps } = told;
  return {
    domain: told.domain.map(plainGap),
    common: common.map(plainGap),
    apps: apps.map(({ app, gaps }) => ({ app: harmlessLine(app), gaps: gaps.map(plainGap) })),
  };
}

function plainGap({ sentence, places }: ToldGap): ToldGap {
  return { sentence: harmlessLine(sentence), places: places.map(harmlessLine) };
}
