import type { ApiToken, App } from "../domain/app";
import type { User } from "../domain/people";

/** Whoever sent a request. */
export type Caller = UserCaller | TokenCaller;

export interface UserCaller {
  kind: "session" | "password";
  user: User;
}

/** A token acts as the Administrator of the apps it was made for. */
export interface TokenCaller {
  kind: "token";
  tokens: Array<{ app: App; token: ApiToken }>;
}

/** The code under which the caller saves records; a token's is empty (UNCONFIRMED(creator-of-token)). */
export const codeOf = (caller: Caller): string => (caller.kind === "token" ? "" : caller.user.code);
export const timezoneOf = (caller: Caller): string => (caller.kind === "token" ? "Asia/Tokyo" : caller.user.timezone);

/** The user's own setting decides; only "auto" leaves it to the browser, and no header means Japanese (observed). */
export function languageOf(caller: Caller | undefined, acceptLanguage: string | null): string {
  const own = caller && caller.kind !== "token" ? caller.user.language : "auto";
  if (own !== "auto") return own;
  const first = acceptLanguage?.split(",")[0]?.split(/[;-]/)[0]?.trim().toLowerCase() ?? "";
  return first === "" || first === "*" ? "ja" : first;
}
