import { canonicalJson } from "../../archive/canonical-json";
import type { DomainQuestion } from "../../domain/domain-source";
import { BackupError } from "../../domain/errors";
import { overlappingPages } from "../../domain/overlapping-pages";
import type { DomainContext } from "./domain-context";

/** All of a list. Rejects with `DOMAIN_CHANGING` when it changed each time that it was read. */
export async function wholeList(question: DomainQuestion, { source, beat }: DomainContext): Promise<unknown[]> {
  const readPage = (offset: number) => {
    beat();
    return source.readPage(question, offset);
  };
  const items = await overlappingPages(readPage, canonicalJson);
  if (!items) throw changing("The list changed each time that it was read");
  return items;
}

/** Somebody may log in just now; more often than this it is no coincidence. */
const ATTEMPTS = 3;

/**
 * Reads as one user, or not at all. What the User API answers is asked for by the cookie of whoever is logged in now, like files
 * (`Reader` in `domain/source.ts`), and may be another's.
 */
export async function asOneReader<Result>(read: () => Promise<Result>, { reader }: DomainContext): Promise<Result> {
  if (!reader.isUncertain) return read();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const began = reader.logIns();
    const result = await read();
    if ((await reader.confirm()) === began) return result;
  }
  throw changing("Somebody logged in again each time that the list was read");
}

function changing(message: string): BackupError {
  return new BackupError("DOMAIN_CHANGING", message);
}
