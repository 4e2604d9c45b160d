import type { DomainFacts, TargetFacts } from "../../archive/manifest/manifest";
import type { RunStart } from "../../domain/outcome";

/** What the archive's `README.txt` tells people who have nothing but the zip. */
export interface ReadmeFacts {
  run: RunStart;
  /** Every target of which something is in the archive, or should be. */
  targets: readonly TargetFacts[];
  /** When it was asked for. */
  domain?: DomainFacts;
  /** Whether the archive has further volumes. */
  moreVolumes: boolean;
}

/** Plain text; lines end with a line feed. */
export type WriteReadme = (facts: ReadmeFacts) => string;
