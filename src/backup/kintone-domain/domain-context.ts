import type { DomainSource } from "../../domain/domain-source";
import type { PlainError } from "../../domain/plain-error";
import type { Gap } from "../../domain/gap";
import type { Reader } from "../../domain/source";
import type { Target } from "../../domain/target";

/** What the readers of the domain's lists need. */
export interface DomainContext {
  source: DomainSource;
  reader: Reader;
  /** Of the run: their guest spaces are in no list. */
  targets: readonly Target[];
  /** Ids of spaces that somebody decided to leave out. */
  spacesLeftOut: readonly string[];
  /** How many requests may be under way. */
  requestsAtOnce: number;
  /** Tells the history, now and then, that the run is alive. */
  beat: () => void;
}

/** What was read of a list, as plain data: it is kept for another attempt of the run. */
export interface ReadList {
  /** A line of the file each. */
  lines: unknown[];
  /** What of it could not be read, and why. */
  failures: Array<{ gap: Gap; error: PlainError }>;
  /** What of it kintone does not give. */
  gaps: Gap[];
}

export type ListReader = (context: DomainContext) => Promise<ReadList>;
