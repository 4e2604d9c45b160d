import {
  DOMAIN_LISTS,
  DOMAIN_PARTS,
  type DomainList,
  type DomainPart,
  LISTS_OF_PART,
} from "../../archive/domain-lists";
import type { DomainFacts, Missing } from "../../archive/manifest/manifest";
import { BackupError } from "../../domain/errors";
import type { Gap } from "../../domain/gap";
import { errorOf } from "../../domain/plain-error";
import type { ReadList } from "./domain-context";

/** The books of the domain: what of it is in the archive, and what is not. */
export interface DomainLedger {
  read(list: DomainList, read: ReadList): void;
  /** Nothing of the list is there. */
  failed(list: DomainList, error: BackupError): void;
  facts(): DomainFacts;
  /** What may not be read is one problem; everything else, one for each list and reason. */
  problems(): BackupError[];
}

interface Failure {
  list: DomainList;
  error: BackupError;
  /** When it is about a single one. */
  space?: string;
}

export function createDomainLedger(parts: readonly DomainPart[]): DomainLedger {
  const lists: DomainFacts["lists"] = [];
  const missing: Missing[] = leftOut(parts);
  const failures: Failure[] = [];
  return {
    read(list, { lines, failures: failed, gaps }) {
      lists.push({ list, written: lines.length });
      missing.push(...gaps, ...failed.map(({ gap }) => gap));
      for (const { gap, error } of failed) {
        failures.push({ list, error: errorOf(error), ...(gap.space !== undefined && { space: gap.space }) });
      }
    },
    failed(list, error) {
      missing.push({ code: gapCodeOf(error), what: list satisfies Gap["what"], text: error.message });
      failures.push({ list, error });
    },
    facts: () => ({ include: DOMAIN_PARTS.filter((part) => parts.includes(part)), lists, missing }),
    problems() {
      const reasons = new Map<string, Failure[]>();
      for (const failure of failures) {
        const { code } = failure.error;
        reasons.set(code, [...(reasons.get(code) ?? []), failure]);
      }
      return [...reasons.values()].map(problemOf);
    },
  };
}

/** Why what could not be read is missing. */
export function gapCodeOf({ code }: Pick<BackupError, "code">): "NOT_READABLE" | "FAILED" {
  return code === "NO_PERMISSION" ? "NOT_READABLE" : "FAILED";
}

/** Failures for one reason, as one problem. */
function problemOf(failures: readonly Failure[]): BackupError {
  const [{ error }] = failures as [Failure];
  const { code, message, facts, answer, retryable, step } = error;
  const whole = new Set(failures.flatMap(({ list, space }) => (space === undefined ? [list] : [])));
  const lists = DOMAIN_LISTS.filter((list) => whole.has(list));
  const spaces = failures.flatMap(({ space }) => space ?? []);
  return new BackupError(code === "NO_PERMISSION" ? "DOMAIN_NOT_READABLE" : code, message, {
    ...{ retryable, facts: { ...facts, ...(lists.length > 0 && { lists }), ...(spaces.length > 0 && { spaces }) } },
    ...(answer && { answer }),
    ...(step && { step }),
  });
}

/** What nobody asked for. */
function leftOut(parts: readonly DomainPart[]): Gap[] {
  return DOMAIN_PARTS.filter((part) => !parts.includes(part)).flatMap((part) =>
    LISTS_OF_PART[part].map((what): Gap => ({ code: "EXCLUDED", what, text: "Left out, as the settings say." })),
  );
}
