import { randomBytes, randomUUID } from "node:crypto";
import type { Domain } from "../domain/domain";
import type { User } from "../domain/people";

export interface Session {
  id: string;
  user: User;
  csrfToken: string;
}

const cookieName = "JSESSIONID";

/** Who is logged in where. */
export class Sessions {
  private readonly byId = new Map<string, Session>();

  constructor(private readonly domain: Domain) {}

  login(code: string, password: string): Session | undefined {
    const user = this.domain.people.users.get(code);
    if (!user || user.isInactive || user.password !== password) return undefined;
    const session = { id: randomBytes(18).toString("base64url"), user, csrfToken: randomUUID() };
    this.byId.set(session.id, session);
    return session;
  }

  /** The live session that a request's cookie names. */
  of(headers: Headers): Session | undefined {
    const cookie = headers.get("cookie") ?? "";
    const id = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(cookie)?.[1];
    const session = id === undefined ? undefined : this.byId.get(id);
    return session?.user.isInactive ? undefined : session;
  }

  end(id: string): void {
    this.byId.delete(id);
  }

  /** Every session of a user, or of all users, is over at once. */
  expire(userCode?: string): void {
    for (const [id, session] of this.byId) {
      if (userCode === undefined || session.user.code === userCode) this.byId.delete(id);
    }
  }
}

/** `Set-Cookie` for a session, or for none. */
export const sessionCookie = (session: Session | undefined): string =>
  session
    ? `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax`
    : `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
