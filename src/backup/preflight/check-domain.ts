import { type DomainList, type DomainPart, listsOf } from "../../archive/domain-lists";
import { type BackupError, toBackupError } from "../../domain/errors";
import { lookInto } from "../../domain/settings/answer-part";
import type { DomainContext, ListReader, ReadList } from "../kintone-domain/domain-context";
import { createDomainLedger } from "../kintone-domain/domain-ledger";
import { LIST_READERS } from "../kintone-domain/list-readers";

/**
 * Asks for what a run would read of the domain, as the same user, and keeps nothing of it: plug-ins and spaces as a whole, since each space
 * has permissions of its own, and of people a page of each list. Resolves to the problems that the run would have.
 */
export async function checkDomain(parts: readonly DomainPart[], context: DomainContext): Promise<BackupError[]> {
  const ledger = createDomainLedger(parts);
  for (const list of listsOf(parts)) {
    try {
      ledger.read(list, await TRIALS[list](context));
    } catch (thrown) {
      ledger.failed(list, toBackupError(thrown));
    }
  }
  return ledger.problems();
}

const page =
  (of: "users" | "organizations" | "groups"): ListReader =>
  async ({ source }) =>
    readLines((await source.readPage({ of }, 0)).items);

const readLines = (lines: unknown[]): ReadList => ({ lines, failures: [], gaps: [] });

const TRIALS: Readonly<Record<DomainList, ListReader>> = {
  plugins: LIST_READERS.plugins,
  spaces: LIST_READERS.spaces,
  users: page("users"),
  organizations: page("organizations"),
  groups: page("groups"),
  memberships: tryMemberships,
};

/** Of one organization and one group. */
async function tryMemberships({ source }: DomainContext): Promise<ReadList> {
  const trial = async (lists: "organizations" | "groups", of: "organization" | "group") => {
    const [first] = (await source.readPage({ of: lists }, 0)).items;
    const code = lookInto(first).root.member("code").text();
    return code === undefined ? [] : (await source.readPage({ of, code }, 0)).items;
  };
  return readLines([...(await trial("organizations", "organization")), ...(await trial("groups", "group"))]);
}
