import { BackupError } from "../../domain/errors";
import type { Gap } from "../../domain/gap";
import { inOrder } from "../../domain/in-order";
import { lookInto } from "../../domain/settings/answer-part";
import type { DomainContext, ListReader } from "./domain-context";
import { asOneReader, wholeList } from "./whole-list";

/**
 * What says who a user was, and no more: it is personal data, and a restore needs nothing else. Addresses, telephone numbers, dates of birth and
 * whatever a company added stay in kintone.
 */
const WHO = [
  ...[
    "id",
    "code",
    "name",
    "surName",
    "givenName",
    "surNameReading",
    "givenNameReading",
    "localName",
    "localNameLocale",
  ],
  ...["valid", "ctime", "mtime", "employeeNumber", "primaryOrganization"],
];

const DETAILS: Gap = {
  ...{ code: "EXCLUDED", what: "user-details" },
  text: "Of users, only names, codes and where they belong: no addresses, telephone numbers, dates or further items.",
};
/** cybozu.dev, User API: get-users-groups, 制限事項. */
const GUESTS: Gap = {
  ...{ code: "NOT_OFFERED_BY_KINTONE", what: "guest-users" },
  text: "Guest users: the User API does not give them.",
};

export const readUsers: ListReader = async (context) => {
  const users = await asOneReader(() => wholeList({ of: "users" }, context), context);
  return { lines: users.map(whoIs), failures: [], gaps: [DETAILS, GUESTS] };
};

function whoIs(user: unknown): Record<string, unknown> {
  codeOf(user);
  const members = Object.entries(user as Record<string, unknown>);
  return Object.fromEntries(members.filter(([name]) => WHO.includes(name)));
}

/** Who is in which organization, with which title, and who is in which group. */
export const readMemberships: ListReader = async (context) => {
  const lines = await asOneReader(() => memberships(context), context);
  return { lines, failures: [], gaps: [] };
};

async function memberships(context: DomainContext): Promise<unknown[]> {
  const codes = async (of: "organizations" | "groups") => (await wholeList({ of }, context)).map(codeOf);
  const inOrganizations = await membersOf("organization", await codes("organizations"), context, (code, item) => {
    const { root } = lookInto(item);
    return {
      organization: code,
      user: codeOf(root.member("user").value),
      title: root.member("title").member("code").text() ?? null,
    };
  });
  const inGroups = await membersOf("group", await codes("groups"), context, (code, item) => ({
    ...{ group: code, user: codeOf(item) },
  }));
  return [...inOrganizations, ...inGroups];
}

async function membersOf(
  of: "organization" | "group",
  codes: readonly string[],
  context: DomainContext,
  line: (code: string, item: unknown) => object,
): Promise<object[]> {
  const lines: object[] = [];
  const read = async (code: string) => (await wholeList({ of, code }, context)).map((item) => line(code, item));
  for await (const members of inOrder(codes, context.requestsAtOnce, read)) lines.push(...members);
  return lines;
}

function codeOf(item: unknown): string {
  const code = lookInto(item).root.member("code").text();
  if (code === undefined) throw new BackupError("BAD_RESPONSE", "kintone's answer has somebody without a code");
  return code;
}
