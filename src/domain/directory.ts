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
