import type { Emulator } from "../server";

/** Sends one request as a user whose password is `kintone`, and gives what comes back. */
export async function ask(emulator: Emulator, method: string, path: string, body?: object, user = "admin") {
  const response = await fetch(`${emulator.url}/k/v1/${path}`, {
    method,
    headers: {
      "x-cybozu-authorization": btoa(`${user}:kintone`),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, any> };
}
