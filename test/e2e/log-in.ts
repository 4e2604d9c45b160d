import type { BrowserContext } from "playwright-core";
import { PASSWORD } from "../../scripts/local-kintone";
import { sessionCookie } from "../emulator/access/sessions";
import type { Emulator } from "../emulator/server";

/** The session that the login page would give. The page itself is tested where it is (test/emulator/pages/login.test.ts). */
export async function logIn(context: BrowserContext, { sessions, url }: Emulator, user: string): Promise<void> {
  const session = sessions.login(user, PASSWORD);
  if (!session) throw new Error(`${user} cannot log in.`);
  const [name = "", value = ""] = sessionCookie(session).split(";")[0]?.split("=") ?? [];
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
}
