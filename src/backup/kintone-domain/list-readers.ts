import type { DomainList } from "../../archive/domain-lists";
import type { ListReader } from "./domain-context";
import { readMemberships, readUsers } from "./people";
import { readSpaces } from "./spaces";
import { asOneReader, wholeList } from "./whole-list";

/** As kintone lists them. */
const asListed =
  (of: "plugins" | "organizations" | "groups"): ListReader =>
  async (context) => ({
    ...{ failures: [], gaps: [] },
    lines: await asOneReader(() => wholeList({ of }, context), context),
  });

/** How each list is read. */
export const LIST_READERS: Readonly<Record<DomainList, ListReader>> = {
  plugins: asListed("plugins"),
  spaces: readSpaces,
  users: readUsers,
  organizations: asListed("organizations"),
  groups: asListed("groups"),
  memberships: readMemberships,
};
