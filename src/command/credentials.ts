import { CREDENTIAL_VARIABLES } from "../settings/command-file";

/** Who the command is to kintone. */
export type Credentials = { username: string; password: string } | { apiTokens: string[] };

/** From the environment; a user wins over tokens, as with cli-kintone. `undefined` when there are none. */
export function credentialsFrom(environment: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const username = environment[CREDENTIAL_VARIABLES.username];
  const password = environment[CREDENTIAL_VARIABLES.password];
  const apiTokens = (environment[CREDENTIAL_VARIABLES.apiToken] ?? "")
    .split(",")
    .map((token) => token.trim())
    .filter(Boolean);
  if (username && password) return { username, password };
  return apiTokens.length > 0 ? { apiTokens } : undefined;
}
