import { endsTheRun, toBackupError } from "../../domain/errors";
import { lookInto } from "../../domain/settings/answer-part";
import type { Membership, Viewer } from "../../domain/viewer";
import type { ApiValue, Connection } from "../connection/connection";

/** More than organizations are ever nested; what goes round in a circle ends here. */
const HIGHEST = 30;

/**
 * Asks kintone once where the user belongs. Everybody may ask that of any user but guests (cybozu.dev, User API: get-users-groups,
 * get-users-organization, get-organizations); where it is refused, the membership is unknown. Rejects only with what ends the run.
 *
 * @param userCode absent for API tokens, which no permission of a record is about: they act as the administrator of their app
 */
export function createViewer(connection: Connection, userCode: string | undefined): () => Promise<Viewer | undefined> {
  let asked: Promise<Viewer> | undefined;
  return async () => (userCode === undefined ? undefined : (asked ??= findViewer(connection, userCode)));
}

async function findViewer(connection: Connection, code: string): Promise<Viewer> {
  try {
    return { code, membership: await membershipOf(connection, code) };
  } catch (thrown) {
    if (endsTheRun(toBackupError(thrown))) throw thrown;
    return { code };
  }
}

async function membershipOf(connection: Connection, code: string): Promise<Membership> {
  const ask = async (path: string, query: Record<string, ApiValue>, list: string) => {
    const answer = await connection.json<unknown>({ method: "GET", path, ofUsers: true, query });
    return lookInto(answer).root.member(list).items();
  };
  const [groups, titles] = await Promise.all([
    ask("user/groups", { code }, "groups"),
    ask("user/organizations", { code }, "organizationTitles"),
  ]);
  const own = titles.map((title) => title.member("organization"));
  const above = new Set<string>();
  let parents = own.flatMap((organization) => organization.member("parentCode").text() ?? []);
  for (let height = 0; parents.length > 0 && height < HIGHEST; height += 1) {
    for (const parent of parents) above.add(parent);
    const organizations = await ask("organizations", { codes: parents }, "organizations");
    parents = organizations.flatMap((organization) => organization.member("parentCode").text() ?? []);
  }
  const codesOf = (parts: typeof own) => parts.flatMap((part) => part.member("code").text() ?? []);
  return { groups: codesOf(groups), organizations: codesOf(own), organizationsAbove: [...above] };
}
