/** Whoever backs up in the bench: an administrator, as all settings are read. The server is on this machine, for the bench alone. */
export const ACCOUNT = { username: "admin", password: "kintone" } as const;

/** The account as a header of a request. */
export const ACCOUNT_HEADER = {
  "x-cybozu-authorization": Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString("base64"),
};
