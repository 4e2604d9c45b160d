import type { AnswerPart } from "./settings/answer-part";

/** Somebody of a domain, or something that several belong to, as far as cybozu.com tells of it. */
export interface Known {
  name: string;
  /** Whether they can log in; organizations and groups always do. */
  isActive: boolean;
}

/** Who there is in a domain. Rejects as a `Source` does, but names no app. */
export interface Directory {
  /** Those of the codes that there are; at most a hundred are asked for. */
  known(of: "users" | "organizations" | "groups", codes: readonly string[]): Promise<ReadonlyMap<string, Known>>;
}

/** Somebody as the User API tells of them, with their code; none where there is no code. */
export function knownIn(told: AnswerPart): Array<[code: string, Known]> {
  const code = told.member("code").text();
  if (code === undefined) return [];
  return [[code, { name: told.member("name").text() ?? code, isActive: told.member("valid").flag() !== false }]];
}
