/** A user, as permissions name people. */
export interface Viewer {
  /** Login name. */
  code: string;
  /** Unknown when kintone did not tell. */
  membership?: Membership;
}

/** Codes. */
export interface Membership {
  groups: readonly string[];
  organizations: readonly string[];
  /** Those that the user's organizations are part of, at any height. */
  organizationsAbove: readonly string[];
}
