import { DOMAIN_FOLDER, type DomainList, domainPath, listsOf } from "../../archive/domain-lists";
import { jsonLine } from "../../archive/records/json-lines";
import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { Target } from "../../domain/target";
import type { StagedEntry } from "../../staging/staging";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { type DomainLedger, createDomainLedger } from "./domain-ledger";
import { LIST_READERS } from "./list-readers";

/**
 * Backs up what belongs to the domain and to no app, when all targets were read: these are what people ask for first. What cannot be read is a
 * named gap and a problem of the run, and the other lists are read all the same. Rejects only when the run was cancelled, or when the archive
 * itself cannot be written.
 *
 * @param ending what ended the reading of the targets: nothing is asked for behind it
 */
export async function backUpDomain(
  targets: readonly Target[],
  ending: BackupError | undefined,
  runLedger: RunLedger,
  context: RunContext,
): Promise<void> {
  const { domain, signal, archive, staging, log } = context;
  if (!domain || runLedger.cancelled) return;
  const ledger = createDomainLedger(domain.parts);
  const entries: StagedEntry[] = [];
  let end = ending;
  try {
    for (const list of listsOf(domain.parts)) {
      signal.throwIfAborted();
      end ??= await readList(list, targets, entries, ledger, context);
      if (end) ledger.failed(list, end);
    }
  } finally {
    await staging.close(DOMAIN_FOLDER).catch(() => undefined);
  }
  const facts = ledger.facts();
  log.add({ kind: "domain-read", lists: facts.lists });
  for (const error of ledger.problems()) runLedger.problem("domain", error);
  archive.setDomain(facts);
  for (const entry of entries) await archive.add(entry);
}

/** Resolves to what ends the run, if anything does. An answer that another attempt of the run got is not asked for again. */
async function readList(
  list: DomainList,
  targets: readonly Target[],
  entries: StagedEntry[],
  ledger: DomainLedger,
  context: RunContext,
): Promise<BackupError | undefined> {
  const { domain, source, options, memory, beat } = context;
  if (!domain) return undefined;
  const { requestsAtOnce } = options;
  const { spacesLeftOut } = domain;
  try {
    const read = await memory.once(DOMAIN_FOLDER, list, () =>
      LIST_READERS[list]({
        source: domain.source,
        reader: source.reader,
        targets,
        spacesLeftOut,
        requestsAtOnce,
        beat,
      }),
    );
    entries.push(await stage(list, read.lines, context));
    ledger.read(list, read);
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "CANCELLED") throw error;
    if (endsTheRun(error)) return error;
    ledger.failed(list, error);
    return undefined;
  }
}

async function stage(list: DomainList, lines: readonly unknown[], { staging }: RunContext): Promise<StagedEntry> {
  const staged = await staging.create({ path: domainPath(list), kind: "domain", target: DOMAIN_FOLDER });
  const encoder = new TextEncoder();
  try {
    for (const line of lines) await staged.write(encoder.encode(jsonLine(line)));
  } catch (thrown) {
    await staged.discard();
    throw thrown;
  }
  return staged.close();
}
