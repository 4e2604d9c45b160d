import { type Directory, knownIn } from "../../domain/directory";
import { lookInto } from "../../domain/settings/answer-part";
import type { Connection } from "../connection/connection";

/**
 * Who there is, by cybozu.com's User API: everybody may ask but guests (cybozu.dev, User API: get-users, get-organizations, get-groups; 必要なアクセス権 なし).
 * Whether a list of codes is also good for organizations and groups that are there by themselves is UNCONFIRMED(groups-of-their-own).
 */
export function createRestDirectory(connection: Connection): Directory {
  return {
    async known(of, codes) {
      const answer = await connection.json<unknown>({ method: "GET", path: of, ofUsers: true, query: { codes } });
      const found = lookInto(answer).root.member(of).items();
      return new Map(found.flatMap(knownIn));
    },
  };
}
