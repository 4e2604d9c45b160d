import { canonicalJson } from "../../archive/canonical-json";
import type { DomainQuestion } from "../../domain/domain-source";
import { BackupError } from "../../domain/errors";
import type { DomainContext } from "./domain-context";

/** Somebody may be at work in the administration just now; more often than this it is no coincidence. */
const ATTEMPTS = 3;

/**
 * All of a list. kintone gives it in pages and by offset: who is added or removed meanwhile shifts what comes behind, and somebody would be
 * missing without a word. So each page begins with what the one before it ended with; where it does not, the list is read again.
 */
export async function wholeList(question: DomainQuestion, context: DomainContext): Promise<unknown[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const items = await readThrough(question, context);
    if (items) return items;
  }
  throw changing("The list changed each time that it was read");
}

/** `undefined` when it changed meanwhile. */
async function readThrough(question: DomainQuestion, { source, beat }: DomainContext): Promise<unknown[] | undefined> {
  const items: unknown[] = [];
  for (;;) {
    beat();
    const page = await source.readPage(question, Math.max(0, items.length - 1));
    const [first, ...others] = page.items;
    if (items.length === 0) items.push(...page.items);
    else if (page.items.length > 0 && canonicalJson(first) === canonicalJson(items.at(-1))) items.push(...others);
    else return undefined;
    if (!page.more) return items;
  }
}

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
